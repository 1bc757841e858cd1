package cn.zrzy.hub.duty.pause;

import java.time.OffsetDateTime;

/** This job or route does nothing for now, because a person said so (暂停). @param until it goes on by itself then */
public record RoutePause(String route, OffsetDateTime since, OffsetDateTime until, String by, String reason) {}
