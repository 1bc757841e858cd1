package cn.zrzy.hub.delivery.window;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a partner's calendar (停机窗口).
 *
 * @param by who entered it
 * @param over why it opens no more: a person ended it, or it was once and has gone by; null while it stands
 */
public record Window(
        long no,
        String partner,
        Term term,
        OffsetDateTime enteredAt,
        String by,
        String reason,
        @Nullable Over over) {

    public enum Over {
        /** 已撤销. */
        ENDED,
        /** 已过. */
        PAST
    }

    /** Stands in addresses and in the trail. */
    public String id() {
        return partner + "-" + no;
    }
}
