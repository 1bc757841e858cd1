package cn.zrzy.hub.act;

import org.jspecify.annotations.Nullable;

/**
 * 处置单 as every door takes it.
 *
 * @param reason why, in the person's own words
 * @param until when it ends by itself, ISO 8601 with its zone; only for what stops something
 * @param number the partner's number; only for closing by hand
 * @param days on which a partner is away each week, 1 Monday to 7 Sunday, {@code 67}; empty for once
 * @param begins when it is away: {@code 00:00} each week, ISO 8601 with its zone for once; so is {@code ends}
 * @param seen how the thing stood when the person looked, as the preview said it; empty to act on whatever it is now
 */
public record ActOrder(
        String reason,
        @Nullable String until,
        @Nullable String number,
        @Nullable String days,
        @Nullable String begins,
        @Nullable String ends,
        @Nullable String seen) {

    public ActOrder {
        reason = reason == null ? "" : reason.strip();
        until = until == null ? "" : until.strip();
        number = number == null ? "" : number.strip();
        days = days == null ? "" : days.strip();
        begins = begins == null ? "" : begins.strip();
        ends = ends == null ? "" : ends.strip();
        seen = seen == null ? "" : seen;
    }
}
