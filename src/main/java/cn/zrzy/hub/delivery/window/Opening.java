package cn.zrzy.hub.delivery.window;

import java.time.OffsetDateTime;

/** A partner is away just now, as its calendar said (正在停机). @param no of its window @param until it is over then */
public record Opening(
        long no, String partner, OffsetDateTime since, OffsetDateTime until, String enteredBy, String reason) {}
