package cn.zrzy.hub.intake;

import java.time.Instant;

/** A kept body (原文): its address is the SHA-256 of its bytes. */
public record StoredBody(String sha256, String sm3, long size, String source, String runId, Instant keptAt) {}
