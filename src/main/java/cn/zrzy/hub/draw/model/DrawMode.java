package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.kernel.Rejected;

/**
 * 抽取模式: who draws. P: the Henan platform draws, we freeze before and check after. S: the platform takes our seed or
 * list. L: drawn here.
 */
public enum DrawMode {
    LOCAL("L", "本地抽取", true),
    SEEDED("S", "平台采用本局种子", true),
    PLATFORM("P", "平台抽取", false);

    private final String code;
    private final String title;
    private final boolean provable;

    DrawMode(String code, String title, boolean provable) {
        this.code = code;
        this.title = title;
        this.provable = provable;
    }

    public static DrawMode of(String code) {
        for (DrawMode mode : values()) {
            if (mode.code.equals(code)) {
                return mode;
            }
        }
        throw new Rejected("E-DRAW-MODE", "没有抽取模式“" + code + "”，只有 P、S、L");
    }

    /** One letter: {@code L}, {@code S} or {@code P}. */
    public String code() {
        return code;
    }

    /** Chinese name for pages. */
    public String title() {
        return title;
    }

    /** Can the result be proved, or only checked? */
    public boolean provable() {
        return provable;
    }
}
