package cn.zrzy.hub.delivery.window;

import java.time.OffsetDateTime;

/** A partner is away just now, as its calendar said (正在停机). @param until sending goes on by itself then */
public record Opening(String partner, OffsetDateTime since, OffsetDateTime until, String enteredBy, String reason) {}
