package cn.zrzy.hub.draw.canon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

/** Byte strings as draw-protocol/1 writes them. */
public final class Bytes {

    /** Order of UTF-8 bytes, unsigned, a prefix first. Equal to code point order, which char order is not. */
    public static final Comparator<String> ORDER = (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

    private static final HexFormat HEX = HexFormat.of();

    private Bytes() {}

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    public static byte[] unhex(String hex) {
        return HEX.parseHex(hex);
    }

    public static boolean isHex(String text, int length) {
        if (text == null || text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Length prefix, four bytes: keeps a sequence of parts injective, which plain concatenation is not. */
    public static byte[] lp(byte[] part) {
        return join(u32(part.length), part);
    }

    public static byte[] lp(String part) {
        return lp(utf8(part));
    }

    public static byte[] u32(int n) {
        return new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n};
    }

    public static byte[] i64(long n) {
        return join(u32((int) (n >>> 32)), u32((int) n));
    }
}
