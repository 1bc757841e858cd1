package cn.zrzy.verify;

import java.math.BigInteger;
import java.util.Arrays;

/** SM2 verification (GM/T 0003.2-2012 §7) on sm2p256v1 (GM/T 0003.5). */
final class Sm2 {

    private static final Curve C = Curve.SM2;

    private Sm2() {}

    /** @param key 04||x||y, 65 bytes; the default user id of GM/T 0009 */
    static boolean verify(byte[] key, byte[] message, BigInteger r, BigInteger s) {
        BigInteger[] q = C.point(key);
        if (q == null || !C.inRange(r) || !C.inRange(s)) {
            return false;
        }
        BigInteger t = r.add(s).mod(C.n());
        BigInteger x = t.signum() == 0 ? null : C.twinX(s, t, q);
        return x != null && digest(key, message).add(x).mod(C.n()).equals(r);
    }

    /** e = SM3(Z || message), Z = SM3(bit length of the id || id || a || b || Gx || Gy || x || y). */
    private static BigInteger digest(byte[] key, byte[] message) {
        byte[] user = Text.utf8("1234567812345678");
        byte[] z = Hash.SM3.of(Hash.join(
                new byte[] {0, (byte) (user.length * 8)},
                user,
                octets(C.a()),
                octets(C.b()),
                octets(C.gx()),
                octets(C.gy()),
                Arrays.copyOfRange(key, 1, 65)));
        return new BigInteger(1, Hash.SM3.of(Hash.join(z, message)));
    }

    private static byte[] octets(BigInteger n) {
        byte[] bytes = n.toByteArray();
        byte[] out = new byte[32];
        int skip = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, skip, out, 32 - bytes.length + skip, bytes.length - skip);
        return out;
    }
}
