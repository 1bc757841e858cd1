package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import java.util.List;

/** Splits a secret as the witness page does, by arithmetic of its own (密封值分存): the hub only joins. */
public final class Shares {

    private Shares() {}

    /** @param slope 32 random bytes, used once and forgotten */
    public static List<String> split(byte[] secret, byte[] slope) {
        return List.of(share(1, secret, slope), share(2, secret, slope), share(3, secret, slope));
    }

    private static String share(int x, byte[] secret, byte[] slope) {
        byte[] y = new byte[32];
        for (int i = 0; i < 32; i++) {
            y[i] = (byte) (secret[i] ^ multiply(slope[i] & 0xff, x));
        }
        String text = "SSJ-SHARE-" + x + "-" + Bytes.hex(y);
        return text + "-" + Hash.of(DrawHash.SM3).hex(Bytes.utf8(text)).substring(0, 8);
    }

    private static int multiply(int a, int b) {
        int product = 0;
        for (int x = a, y = b; y != 0; y >>= 1) {
            if ((y & 1) != 0) {
                product ^= x;
            }
            x = (x << 1) ^ ((x & 0x80) != 0 ? 0x11b : 0);
        }
        return product;
    }
}
