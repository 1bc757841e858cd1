package cn.zrzy.verify;

import static cn.zrzy.verify.HandMadeStamp.bits;
import static cn.zrzy.verify.HandMadeStamp.integer;
import static cn.zrzy.verify.HandMadeStamp.join;
import static cn.zrzy.verify.HandMadeStamp.oid;
import static cn.zrzy.verify.HandMadeStamp.seq;
import static cn.zrzy.verify.HandMadeStamp.tlv;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PSSSigner;

/** Fixed keys for stamps made by hand; signing is deterministic. */
final class HandMadeKeys {

    static final byte[] NULL = {5, 0};
    static final byte[] RSA_SHA256 = seq(oid("1.2.840.113549.1.1.11"), NULL);

    private HandMadeKeys() {}

    /** What signs a certificate or a token: public key, algorithm, and the signature over a message. */
    interface Key {
        byte[] info();

        byte[] algorithm();

        byte[] sign(byte[] message);
    }

    /** P-256 with SHA-256. */
    static final class Ec implements Key {
        private static final X9ECParameters P256 = ECNamedCurveTable.getByName("P-256");
        private final BigInteger scalar;

        Ec(int scalar) {
            this.scalar = BigInteger.valueOf(scalar).multiply(new BigInteger("1234567890123456789012345678901234567"));
        }

        byte[] point(boolean compressed) {
            return P256.getG().multiply(scalar).normalize().getEncoded(compressed);
        }

        static byte[] info(byte[] point) {
            return seq(seq(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")), bits(point));
        }

        @Override
        public byte[] info() {
            return info(point(false));
        }

        @Override
        public byte[] algorithm() {
            return seq(oid("1.2.840.10045.4.3.2"));
        }

        BigInteger[] numbers(byte[] digest) {
            ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, new ECPrivateKeyParameters(scalar, new ECDomainParameters(P256)));
            return signer.generateSignature(digest);
        }

        @Override
        public byte[] sign(byte[] message) {
            BigInteger[] rs = numbers(Hash.SHA_256.of(message));
            return seq(integer(rs[0]), integer(rs[1]));
        }
    }

    /** SM2 with SM3, under the key of {@link TestKeys}. */
    static final class Sm implements Key {
        @Override
        public byte[] info() {
            return seq(
                    seq(oid("1.2.840.10045.2.1"), oid("1.2.156.10197.1.301")), bits(Bits.unhex(TestKeys.sm2Public())));
        }

        @Override
        public byte[] algorithm() {
            return seq(oid("1.2.156.10197.1.501"));
        }

        @Override
        public byte[] sign(byte[] message) {
            String rs = TestKeys.sm2(message);
            return seq(integer(new BigInteger(rs.substring(0, 64), 16)), integer(new BigInteger(rs.substring(64), 16)));
        }
    }

    /** RSA PKCS#1 v1.5 with SHA-256; the block is made by hand, so that it can be made wrongly. */
    static class Rsa implements Key {
        private static final Map<Integer, BigInteger[]> PRIMES = new ConcurrentHashMap<>();
        final BigInteger n;
        final BigInteger d;
        private final BigInteger e;

        Rsa(int size, int e) {
            BigInteger[] primes = PRIMES.computeIfAbsent(size, bits -> {
                Random fixed = new Random(bits);
                return new BigInteger[] {
                    BigInteger.probablePrime(bits / 2, fixed), BigInteger.probablePrime(bits / 2, fixed)
                };
            });
            BigInteger p = primes[0];
            BigInteger q = primes[1];
            this.n = p.multiply(q);
            this.e = BigInteger.valueOf(e);
            this.d = this.e.modInverse(p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE)));
        }

        @Override
        public byte[] info() {
            return seq(seq(oid("1.2.840.113549.1.1.1"), NULL), bits(seq(integer(n), integer(e))));
        }

        @Override
        public byte[] algorithm() {
            return RSA_SHA256;
        }

        byte[] digestInfo(byte[] message) {
            return join(Bits.unhex("3031300d060960864801650304020105000420"), Hash.SHA_256.of(message));
        }

        @Override
        public byte[] sign(byte[] message) {
            byte[] info = digestInfo(message);
            int size = (n.bitLength() + 7) / 8;
            byte[] block = new byte[size];
            Arrays.fill(block, 2, size - info.length - 1, (byte) -1);
            block[1] = 1;
            System.arraycopy(info, 0, block, size - info.length, info.length);
            byte[] signed = new BigInteger(1, block).modPow(d, n).toByteArray();
            byte[] out = new byte[size];
            int length = Math.min(size, signed.length);
            System.arraycopy(signed, signed.length - length, out, size - length, length);
            return out;
        }
    }

    /** RSASSA-PSS with SHA-256. */
    static final class Pss extends Rsa {
        Pss() {
            super(2048, 65537);
        }

        @Override
        public byte[] algorithm() {
            byte[] sha256 = seq(oid(HandMadeStamp.SHA256), NULL);
            byte[] mask = seq(oid("1.2.840.113549.1.1.8"), sha256);
            return seq(
                    oid("1.2.840.113549.1.1.10"),
                    seq(tlv(0xa0, sha256), tlv(0xa1, mask), tlv(0xa2, integer(BigInteger.valueOf(32)))));
        }

        @Override
        public byte[] sign(byte[] message) {
            PSSSigner signer = new PSSSigner(new RSABlindedEngine(), new SHA256Digest(), new byte[32]);
            signer.init(true, new RSAKeyParameters(true, n, d));
            signer.update(message, 0, message.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
