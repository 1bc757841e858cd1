package cn.zrzy.sandbox.kit;

import java.util.Locale;

/** 情绪: how an agency behaves; the exact meaning per agency is written in docs/partners and docs/sources. */
public enum Mood {
    CALM,
    SLOW,
    DOWN,
    REJECTING,
    GARBAGE,
    DUPLICATE,
    ANSWER_LOST,
    /** HTTP 429; the robots only. */
    BUSY,
    /** The last three concern the time stamping authority only; to any other agency they are calm. */
    WRONG_IMPRINT,
    WRONG_NONCE,
    OLD_TIME;

    public static Mood of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
