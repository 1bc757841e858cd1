package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.PublicKeys;
import java.math.BigInteger;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * 签名: SM2 (GM/T 0003, user id 1234567812345678, SM3) and Ed25519 (RFC 8032) over the same bytes. SM2 nonces come from
 * RFC 6979 under HMAC-SM3, so signing needs no random source and a stolen one cannot leak the key.
 */
public final class Signatures {

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final BigInteger N = CURVE.getN();
    private static final byte[] USER = Bytes.utf8("1234567812345678");

    private final BigInteger secret;
    private final byte[] sm2Public;
    private final Ed25519PrivateKeyParameters edSecret;

    Signatures(Signers signers) {
        if (!Bytes.isHex(signers.sm2(), 64) || !Bytes.isHex(signers.ed25519(), 64)) {
            throw Refusal.of("E-DRAW-KEY", "签名私钥应为64位十六进制");
        }
        secret = new BigInteger(1, Bytes.unhex(signers.sm2()));
        if (secret.signum() == 0 || secret.compareTo(N.subtract(BigInteger.TWO)) > 0) {
            throw Refusal.of("E-DRAW-KEY", "SM2 私钥超出范围");
        }
        sm2Public = multiply(secret).getEncoded(false);
        edSecret = new Ed25519PrivateKeyParameters(Bytes.unhex(signers.ed25519()), 0);
    }

    public PublicKeys keys() {
        return new PublicKeys(
                Bytes.hex(sm2Public), Bytes.hex(edSecret.generatePublicKey().getEncoded()));
    }

    /** Content of a {@code .sm2} file. */
    public byte[] sm2(byte[] message) {
        BigInteger e = new BigInteger(1, digest(sm2Public, message));
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SM3Digest());
        nonces.init(N, secret, BigIntegers.asUnsignedByteArray(32, e));
        while (true) {
            BigInteger k = nonces.nextK();
            BigInteger r = e.add(multiply(k).getAffineXCoord().toBigInteger()).mod(N);
            if (r.signum() == 0 || r.add(k).equals(N)) {
                continue;
            }
            BigInteger s = BigInteger.ONE
                    .add(secret)
                    .modInverse(N)
                    .multiply(k.subtract(r.multiply(secret)))
                    .mod(N);
            if (s.signum() != 0) {
                return line(Bytes.join(BigIntegers.asUnsignedByteArray(32, r), BigIntegers.asUnsignedByteArray(32, s)));
            }
        }
    }

    /** Content of a {@code .ed25519} file. */
    public byte[] ed25519(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, edSecret);
        signer.update(message, 0, message.length);
        return line(signer.generateSignature());
    }

    private static ECPoint multiply(BigInteger k) {
        return new FixedPointCombMultiplier().multiply(CURVE.getG(), k).normalize();
    }

    /** SM3(Z || message), GB/T 32918.2 §5.5 and §6.1. */
    private static byte[] digest(byte[] publicKey, byte[] message) {
        Hash hash = Hash.of(DrawHash.SM3);
        byte[] z = hash.digest(
                new byte[] {0, (byte) (USER.length * 8)},
                USER,
                CURVE.getCurve().getA().getEncoded(),
                CURVE.getCurve().getB().getEncoded(),
                CURVE.getG().getAffineXCoord().getEncoded(),
                CURVE.getG().getAffineYCoord().getEncoded(),
                java.util.Arrays.copyOfRange(publicKey, 1, 65));
        return hash.digest(z, message);
    }

    private static byte[] line(byte[] signature) {
        return Bytes.utf8(Bytes.hex(signature) + "\n");
    }
}
