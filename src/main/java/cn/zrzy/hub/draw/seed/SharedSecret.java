package cn.zrzy.hub.draw.seed;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * 密封值分存 (2 of 3), Shamir over GF(2^8) mod 0x11b: bureau, notary and 派驻纪检 hold one share each, any two open it,
 * so it can be neither lost nor looked at alone.
 */
public final class SharedSecret {

    private static final String SHAPE = "SSJ-SHARE-[123]-[0-9a-f]{64}-[0-9a-f]{8}";

    private SharedSecret() {}

    /**
     * 三人持有、两人可开: splits S into three shares, any two of which open it.
     *
     * @param slope 32 random bytes, used once and forgotten
     */
    public static List<String> split(byte[] secret, byte[] slope) {
        if (secret.length != 32 || slope.length != 32) {
            throw Refusal.of("E-DRAW-SECRET", "密封值与分存随机数都应为32字节");
        }
        return List.of(share(1, secret, slope), share(2, secret, slope), share(3, secret, slope));
    }

    private static String share(int x, byte[] secret, byte[] slope) {
        byte[] y = new byte[32];
        for (int i = 0; i < 32; i++) {
            y[i] = (byte) (secret[i] ^ multiply(slope[i] & 0xff, x));
        }
        String text = "SSJ-SHARE-" + x + "-" + Bytes.hex(y);
        return text + "-" + mark(text);
    }

    /** Opens S from two or three shares. */
    public static byte[] join(List<String> shares) {
        if (shares.size() < 2) {
            throw Refusal.of("E-DRAW-SHARE", "至少需要两份");
        }
        shares.forEach(SharedSecret::check);
        byte[] secret = open(shares.get(0), shares.get(1));
        if (shares.size() > 2 && !java.util.Arrays.equals(secret, open(shares.get(1), shares.get(2)))) {
            throw Refusal.of("E-DRAW-SHARE", "各份分存件互不一致");
        }
        return secret;
    }

    /** The secret that was sealed, from the first two of the shares that open it; a false share among them hides nothing. */
    public static Optional<byte[]> open(List<String> shares, DrawHash hash, String secretHash) {
        shares.forEach(SharedSecret::check);
        for (int one = 0; one < shares.size(); one++) {
            for (int other = one + 1; other < shares.size(); other++) {
                if (number(shares.get(one)) != number(shares.get(other))) {
                    byte[] secret = open(shares.get(one), shares.get(other));
                    if (Commitment.sealed(hash, secret).equals(secretHash)) {
                        return Optional.of(secret);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int number(String share) {
        return share.charAt(10) - '0';
    }

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-SHARE when the slip was copied wrongly */
    public static void check(String share) {
        if (share == null || !share.matches(SHAPE) || !share.endsWith(mark(share.substring(0, share.length() - 9)))) {
            throw Refusal.of("E-DRAW-SHARE", "密封值分存件有误，请核对抄录");
        }
    }

    /** Lagrange at 0 through two points: S = (y1·x2 + y2·x1) / (x1 + x2). */
    private static byte[] open(String one, String two) {
        int x1 = number(one);
        int x2 = number(two);
        if (x1 == x2) {
            throw Refusal.of("E-DRAW-SHARE", "两份是同一份");
        }
        byte[] y1 = Bytes.unhex(one.substring(12, 76));
        byte[] y2 = Bytes.unhex(two.substring(12, 76));
        int over = inverse(x1 ^ x2);
        byte[] secret = new byte[32];
        for (int i = 0; i < 32; i++) {
            secret[i] = (byte) multiply(multiply(y1[i] & 0xff, x2) ^ multiply(y2[i] & 0xff, x1), over);
        }
        return secret;
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

    private static int inverse(int a) {
        for (int b = 1; b < 256; b++) {
            if (multiply(a, b) == 1) {
                return b;
            }
        }
        throw new IllegalStateException("zero has no inverse");
    }

    private static String mark(String text) {
        return Hash.of(DrawHash.SM3).hex(Bytes.utf8(text)).substring(0, 8);
    }
}
