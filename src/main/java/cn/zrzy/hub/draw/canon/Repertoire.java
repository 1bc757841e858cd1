package cn.zrzy.hub.draw.canon;

import java.util.BitSet;

/**
 * 字符集 of the evidence, docs/draw/bundle-format.md §1: only characters whose normal form is the same under every version of
 * Unicode, so that verifiers of any age agree; all ideographs, those of planes 2 and 3 too.
 */
public final class Repertoire {

    private static final int[][] RANGES = {
        {0x0020, 0x007E},
        {0x00A0, 0x036F},
        {0x0391, 0x03A1},
        {0x03A3, 0x052F},
        {0x2010, 0x2027},
        {0x2030, 0x205E},
        {0x20A0, 0x20BF},
        {0x2100, 0x218B},
        {0x2190, 0x2426},
        {0x2460, 0x2B73},
        {0x2E80, 0x2FDF},
        {0x2FF0, 0x303F},
        {0x3041, 0x3096},
        {0x3099, 0x30FF},
        {0x3105, 0x312F},
        {0x3220, 0x9FFF},
        {0xE000, 0xFA6D},
        {0xFE30, 0xFE52},
        {0xFF01, 0xFF5E},
        {0xFFE0, 0xFFE6},
        {0x20000, 0x2F7FF},
        {0x30000, 0x3FFFD}
    };
    private static final BitSet CHARACTERS = new BitSet();

    static {
        for (int[] range : RANGES) {
            CHARACTERS.set(range[0], range[1] + 1);
        }
    }

    private Repertoire() {}

    /** The first character of the text that evidence may not hold, −1 when there is none. */
    public static int stranger(String text) {
        return text.codePoints().filter(c -> !CHARACTERS.get(c)).findFirst().orElse(-1);
    }
}
