package cn.zrzy.verify;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * y² = x³ − 3x + b over p, cofactor 1: sm2p256v1, P-256 and P-384. Written out, because no JDK has the first, and so that all
 * three verifiers ask the same of a point and of a signature.
 */
record Curve(BigInteger p, BigInteger b, BigInteger n, BigInteger gx, BigInteger gy) {

    static final Curve SM2 = of(
            "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF",
            "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93",
            "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123",
            "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7",
            "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0");
    static final Curve P256 = of(
            "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
            "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B",
            "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
            "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296",
            "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");
    static final Curve P384 = of(
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF",
            "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973",
            "AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7",
            "3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F");

    private static final BigInteger THREE = BigInteger.valueOf(3);
    /** Jacobian x, y, z for the affine point (x/z², y/z³); z = 0 is the point at infinity. */
    private static final BigInteger[] INFINITY = {BigInteger.ZERO, BigInteger.ONE, BigInteger.ZERO};

    private static Curve of(String... hex) {
        BigInteger[] v = Arrays.stream(hex).map(x -> new BigInteger(x, 16)).toArray(BigInteger[]::new);
        return new Curve(v[0], v[1], v[2], v[3], v[4]);
    }

    /** Octets of a coordinate. */
    int size() {
        return p.bitLength() / 8;
    }

    BigInteger a() {
        return p.subtract(THREE);
    }

    /** A point as 04||x||y that lies on the curve; null for any other spelling or place. */
    BigInteger[] point(byte[] key) {
        if (key.length != 1 + 2 * size() || key[0] != 4) {
            return null;
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(key, 1, 1 + size()));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(key, 1 + size(), key.length));
        BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(b);
        boolean on = x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y).subtract(right).mod(p).signum() == 0;
        return on ? new BigInteger[] {x, y, BigInteger.ONE} : null;
    }

    /** Is it a number that a signature may hold, 1 … n − 1? */
    boolean inRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(n) < 0;
    }

    /** x of kG + lQ, null at infinity; by Shamir's trick: one run of doublings for both. */
    BigInteger twinX(BigInteger k, BigInteger l, BigInteger[] q) {
        BigInteger[] g = {gx, gy, BigInteger.ONE};
        BigInteger[][] table = {INFINITY, g, q, add(g, q)};
        BigInteger[] sum = INFINITY;
        for (int i = n.bitLength() - 1; i >= 0; i--) {
            sum = add(twice(sum), table[(k.testBit(i) ? 1 : 0) + (l.testBit(i) ? 2 : 0)]);
        }
        return sum[2].signum() == 0
                ? null
                : sum[0].multiply(sum[2].modPow(BigInteger.TWO, p).modInverse(p))
                        .mod(p);
    }

    /** FIPS 186-5 §6.4.2. */
    boolean ecdsa(byte[] key, byte[] digest, BigInteger r, BigInteger s) {
        BigInteger[] q = point(key);
        if (q == null || !inRange(r) || !inRange(s)) {
            return false;
        }
        BigInteger e = new BigInteger(1, Arrays.copyOf(digest, Math.min(digest.length, size())));
        BigInteger w = s.modInverse(n);
        BigInteger x = twinX(e.multiply(w).mod(n), r.multiply(w).mod(n), q);
        return x != null && x.mod(n).equals(r);
    }

    /** The curve's a is −3, so 3x² + az⁴ = 3(x − z²)(x + z²). */
    private BigInteger[] twice(BigInteger[] q) {
        if (q[2].signum() == 0) {
            return INFINITY;
        }
        BigInteger zz = q[2].multiply(q[2]);
        BigInteger m = THREE.multiply(q[0].subtract(zz)).multiply(q[0].add(zz)).mod(p);
        BigInteger yy = q[1].multiply(q[1]).mod(p);
        BigInteger s = q[0].multiply(yy).shiftLeft(2).mod(p);
        BigInteger x = m.multiply(m).subtract(s.shiftLeft(1)).mod(p);
        BigInteger y = m.multiply(s.subtract(x)).subtract(yy.multiply(yy).shiftLeft(3));
        return new BigInteger[] {x, y.mod(p), q[1].multiply(q[2]).shiftLeft(1).mod(p)};
    }

    private BigInteger[] add(BigInteger[] q, BigInteger[] r) {
        if (q[2].signum() == 0) {
            return r;
        }
        if (r[2].signum() == 0) {
            return q;
        }
        BigInteger qz = q[2].multiply(q[2]).mod(p);
        BigInteger rz = r[2].multiply(r[2]).mod(p);
        BigInteger u = q[0].multiply(rz).mod(p);
        BigInteger s = q[1].multiply(r[2]).mod(p).multiply(rz).mod(p);
        BigInteger h = r[0].multiply(qz).subtract(u).mod(p);
        BigInteger w = r[1].multiply(q[2]).mod(p).multiply(qz).subtract(s).mod(p);
        if (h.signum() == 0) {
            return w.signum() == 0 ? twice(q) : INFINITY;
        }
        BigInteger hh = h.multiply(h).mod(p);
        BigInteger hhh = h.multiply(hh).mod(p);
        BigInteger v = u.multiply(hh).mod(p);
        BigInteger x = w.multiply(w).subtract(hhh).subtract(v.shiftLeft(1)).mod(p);
        BigInteger y = w.multiply(v.subtract(x)).subtract(s.multiply(hhh)).mod(p);
        return new BigInteger[] {x, y, q[2].multiply(r[2]).mod(p).multiply(h).mod(p)};
    }
}
