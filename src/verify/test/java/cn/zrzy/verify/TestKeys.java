package cn.zrzy.verify;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The keys of a dishonest insider: mutation tests sign their own lies, so that only the named step can see them. */
final class TestKeys {

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final BigInteger SCALAR =
            new BigInteger("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16);
    private static final Ed25519PrivateKeyParameters ED = new Ed25519PrivateKeyParameters(new byte[32], 0);

    private TestKeys() {}

    static String sm2Public() {
        return Bits.hex(CURVE.getG().multiply(SCALAR).normalize().getEncoded(false));
    }

    static String ed25519Public() {
        return Bits.hex(ED.generatePublicKey().getEncoded());
    }

    static String sm2(byte[] message) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(SCALAR, new ECDomainParameters(CURVE));
        SecureRandom fixed = new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 0x42);
            }
        };
        signer.init(true, new ParametersWithID(new ParametersWithRandom(key, fixed), Text.utf8("1234567812345678")));
        signer.update(message, 0, message.length);
        try {
            return Bits.hex(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    static String ed25519(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, ED);
        signer.update(message, 0, message.length);
        return Bits.hex(signer.generateSignature());
    }
}
