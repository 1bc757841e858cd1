package cn.zrzy.hub.draw.outcome;

import java.time.OffsetDateTime;

/**
 * 公开密封值 of an unannounced draw.
 *
 * @param secret 64 hex: S
 */
public record Opening(OffsetDateTime at, String secret) {}
