package cn.zrzy.verify;

import java.math.BigInteger;
import java.util.Arrays;

/** SM2 verification (GM/T 0003.2-2012 §7) on sm2p256v1 (GM/T 0003.5), written out because no JDK has the curve. */
final class Sm2 {

    private static final BigInteger P = hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
    private static final BigInteger B = hex("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
    private static final BigInteger N = hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    private static final BigInteger THREE = BigInteger.valueOf(3);
    /** Jacobian x, y, z for the affine point (x/z², y/z³); z = 0 is the point at infinity. */
    private static final BigInteger[] G = point(
            hex("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"),
            hex("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"));

    private static final BigInteger[] INFINITY = {BigInteger.ZERO, BigInteger.ONE, BigInteger.ZERO};

    private Sm2() {}

    /** @param key 04||x||y, 65 bytes; the default user id of GM/T 0009 */
    static boolean verify(byte[] key, byte[] message, BigInteger r, BigInteger s) {
        if (key.length != 65 || key[0] != 4 || !inRange(r) || !inRange(s)) {
            return false;
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(key, 1, 33));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(key, 33, 65));
        BigInteger t = r.add(s).mod(N);
        if (!onCurve(x, y) || t.signum() == 0) {
            return false;
        }
        BigInteger[] sum = twin(s, t, point(x, y));
        if (sum[2].signum() == 0) {
            return false;
        }
        BigInteger x1 =
                sum[0].multiply(sum[2].modPow(BigInteger.TWO, P).modInverse(P)).mod(P);
        return digest(key, message).add(x1).mod(N).equals(r);
    }

    /** e = SM3(Z || message), Z = SM3(bit length of the id || id || a || b || Gx || Gy || x || y). */
    private static BigInteger digest(byte[] key, byte[] message) {
        byte[] user = Text.utf8("1234567812345678");
        byte[] z = Hash.SM3.of(Hash.join(
                new byte[] {0, (byte) (user.length * 8)},
                user,
                octets(P.subtract(THREE)),
                octets(B),
                octets(G[0]),
                octets(G[1]),
                Arrays.copyOfRange(key, 1, 65)));
        return new BigInteger(1, Hash.SM3.of(Hash.join(z, message)));
    }

    private static boolean inRange(BigInteger n) {
        return n.signum() > 0 && n.compareTo(N) < 0;
    }

    private static boolean onCurve(BigInteger x, BigInteger y) {
        BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(B);
        return x.compareTo(P) < 0
                && y.compareTo(P) < 0
                && y.multiply(y).subtract(right).mod(P).signum() == 0;
    }

    /** kG + lQ by Shamir's trick: one run of doublings for both. */
    private static BigInteger[] twin(BigInteger k, BigInteger l, BigInteger[] q) {
        BigInteger[][] table = {INFINITY, G, q, add(G, q)};
        BigInteger[] sum = INFINITY;
        for (int i = 255; i >= 0; i--) {
            sum = add(twice(sum), table[(k.testBit(i) ? 1 : 0) + (l.testBit(i) ? 2 : 0)]);
        }
        return sum;
    }

    /** The curve's a is −3, so 3x² + az⁴ = 3(x − z²)(x + z²). */
    private static BigInteger[] twice(BigInteger[] q) {
        if (q[2].signum() == 0) {
            return INFINITY;
        }
        BigInteger zz = q[2].multiply(q[2]);
        BigInteger m = THREE.multiply(q[0].subtract(zz)).multiply(q[0].add(zz)).mod(P);
        BigInteger yy = q[1].multiply(q[1]).mod(P);
        BigInteger s = q[0].multiply(yy).shiftLeft(2).mod(P);
        BigInteger x = m.multiply(m).subtract(s.shiftLeft(1)).mod(P);
        BigInteger y = m.multiply(s.subtract(x)).subtract(yy.multiply(yy).shiftLeft(3));
        return new BigInteger[] {x, y.mod(P), q[1].multiply(q[2]).shiftLeft(1).mod(P)};
    }

    private static BigInteger[] add(BigInteger[] q, BigInteger[] r) {
        if (q[2].signum() == 0) {
            return r;
        }
        if (r[2].signum() == 0) {
            return q;
        }
        BigInteger qz = q[2].multiply(q[2]).mod(P);
        BigInteger rz = r[2].multiply(r[2]).mod(P);
        BigInteger u = q[0].multiply(rz).mod(P);
        BigInteger s = q[1].multiply(r[2]).mod(P).multiply(rz).mod(P);
        BigInteger h = r[0].multiply(qz).subtract(u).mod(P);
        BigInteger w = r[1].multiply(q[2]).mod(P).multiply(qz).subtract(s).mod(P);
        if (h.signum() == 0) {
            return w.signum() == 0 ? twice(q) : INFINITY;
        }
        BigInteger hh = h.multiply(h).mod(P);
        BigInteger hhh = h.multiply(hh).mod(P);
        BigInteger v = u.multiply(hh).mod(P);
        BigInteger x = w.multiply(w).subtract(hhh).subtract(v.shiftLeft(1)).mod(P);
        BigInteger y = w.multiply(v.subtract(x)).subtract(s.multiply(hhh)).mod(P);
        return new BigInteger[] {x, y, q[2].multiply(r[2]).mod(P).multiply(h).mod(P)};
    }

    private static BigInteger[] point(BigInteger x, BigInteger y) {
        return new BigInteger[] {x, y, BigInteger.ONE};
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    private static byte[] octets(BigInteger n) {
        byte[] bytes = n.toByteArray();
        byte[] out = new byte[32];
        int skip = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, skip, out, 32 - bytes.length + skip, bytes.length - skip);
        return out;
    }
}
