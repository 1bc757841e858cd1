package cn.zrzy.hub.kernel.search;

import cn.zrzy.hub.kernel.Masking;
import java.time.OffsetDateTime;

/**
 * One thing that was found (检索结果).
 *
 * @param key number by which it is known and opened
 * @param at when it happened or was last seen
 * @param object code of the object that it is about; empty when it is about none
 * @param name of that object
 * @param holder whoever answers for it (权利人); empty where that is the object itself or unknown
 * @param detail a few words more
 * @param state its room's word for how it stands; empty when it has none
 */
public record Found(
        Kind kind,
        String key,
        OffsetDateTime at,
        String object,
        String name,
        String holder,
        String detail,
        String state) {

    /** In the order in which they are listed. */
    public enum Kind {
        /** 检查对象. */
        SUBJECT,
        /** 检查人员. */
        INSPECTOR,
        /** 检查任务: a visit that a draw ordered. */
        VISIT,
        /** 检查结果. */
        FINDING,
        /** 抽取. */
        DRAW,
        /** 抽中: a line of a draw's result. */
        DRAW_LINE,
        /** 消息. */
        MESSAGE,
        /** 夜间运行. */
        RUN,
        /** 隔离行. */
        QUARANTINED
    }

    /** As it may be shown: a natural person by family name, no identity or telephone number anywhere. */
    public Found masked() {
        String shown = kind == Kind.INSPECTOR ? Masking.name(name) : Masking.party(object, name);
        return new Found(kind, key, at, object, shown, Masking.party(holder), Masking.text(detail), state);
    }

    /** For whoever may not know whom it is about. */
    public Found aboutNobody() {
        return new Found(kind, key, at, "", "", holder, detail, state);
    }

    public Found named(String other) {
        return new Found(kind, key, at, object, other, holder, detail, state);
    }
}
