package cn.zrzy.hub.registry.batch;

import java.time.LocalDate;

/** Which night of which feed a batch is. */
public record FeedNight(String runId, String feed, LocalDate businessDate) {}
