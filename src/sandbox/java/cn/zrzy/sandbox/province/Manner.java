package cn.zrzy.sandbox.province;

import java.util.Locale;

/** 抽法: how the platform draws; the exact meaning is written in docs/partners/province.md. */
enum Manner {
    FAIR,
    /** Neighbours of the list, as in Wuhan 2009. */
    LOPSIDED,
    /** One team of one person. */
    SOLO,
    /** A recused pair is sent together. */
    RECUSED,
    /** A card that was never handed over. */
    STRANGER,
    /** One subject fewer than the quota. */
    SHORT,
    /** From a list of its own. */
    ELSEWHERE,
    /** Nothing drawn yet. */
    LATE;

    static Manner of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
