package cn.zrzy.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The two signatures under a manifest and a result: SM2 (GM/T 0003.2) and Ed25519 (RFC 8032). */
final class Signatures {

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private Signatures() {}

    /** Key 04||x||y, signature r||s, the default user id of GM/T 0009. */
    static boolean sm2(byte[] key, byte[] message, byte[] signature) {
        try {
            if (key.length != 65 || key[0] != 4 || signature.length != 64) {
                return false;
            }
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(
                    false,
                    new ParametersWithID(
                            new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key), DOMAIN),
                            "1234567812345678".getBytes(StandardCharsets.US_ASCII)));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }

    static boolean ed25519(byte[] key, byte[] message, byte[] signature) {
        try {
            // RFC 8032 §5.1.7 wants S below the group order: an S+L twin would be a second signature over the same
            // bytes.
            if (key.length != 32 || signature.length != 64) {
                return false;
            }
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, new Ed25519PublicKeyParameters(key, 0));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }

    static BigInteger unsigned(byte[] bytes, int from, int to) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, from, to));
    }
}
