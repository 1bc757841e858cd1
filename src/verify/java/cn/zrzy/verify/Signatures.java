package cn.zrzy.verify;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** The two signatures under a manifest and a result: SM2 (GM/T 0003.2) and Ed25519 (RFC 8032). */
final class Signatures {

    private static final BigInteger FIELD = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private Signatures() {}

    /** Key 04||x||y, signature r||s, the default user id of GM/T 0009. */
    static boolean sm2(byte[] key, byte[] message, byte[] signature) {
        return signature.length == 64
                && Sm2.verify(key, message, unsigned(signature, 0, 32), unsigned(signature, 32, 64));
    }

    /**
     * The JDK does the arithmetic. The encodings are judged here: RFC 8032 §5.1.7 wants S below the group order (S+L would be
     * a second signature over the same bytes) and §5.1.3 wants y below p, for the key as for R.
     */
    static boolean ed25519(byte[] key, byte[] message, byte[] signature) {
        if (key.length != 32 || signature.length != 64) {
            return false;
        }
        BigInteger s = little(Arrays.copyOfRange(signature, 32, 64));
        BigInteger y = little(key).clearBit(255);
        BigInteger r = little(Arrays.copyOf(signature, 32)).clearBit(255);
        if (s.compareTo(ORDER) >= 0 || y.compareTo(FIELD) >= 0 || r.compareTo(FIELD) >= 0) {
            return false;
        }
        try {
            EdECPoint point = new EdECPoint(key[31] < 0, y);
            PublicKey publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notAPoint) {
            return false;
        }
    }

    static BigInteger unsigned(byte[] bytes, int from, int to) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, from, to));
    }

    private static BigInteger little(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            big[bytes.length - 1 - i] = bytes[i];
        }
        return new BigInteger(1, big);
    }
}
