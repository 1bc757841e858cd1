package cn.zrzy.verify;

import java.util.HexFormat;

/** Hex of the format: lower case. */
final class Bits {

    private static final HexFormat HEX = HexFormat.of();

    private Bits() {}

    static byte[] unhex(String hex) {
        return HEX.parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    /** Forty bits of a pair ticket: level 1 is the first five bytes. */
    static long forty(byte[] ticket, int level) {
        long u = 0;
        for (int i = 5 * level - 5; i < 5 * level; i++) {
            u = u << 8 | ticket[i] & 0xff;
        }
        return u;
    }
}
