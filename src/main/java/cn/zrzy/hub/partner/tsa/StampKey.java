package cn.zrzy.hub.partner.tsa;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** 签名算法: the keys and signatures that bundle-format §5 lists, and none besides: RSA PKCS#1 v1.5, ECDSA P-256 and P-384, SM2. */
final class StampKey {

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, SHA256Digest::new,
            NISTObjectIdentifiers.id_sha384, SHA384Digest::new,
            NISTObjectIdentifiers.id_sha512, SHA512Digest::new,
            GMObjectIdentifiers.sm3, SM3Digest::new);

    private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> SIGNATURES = Map.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256,
            PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512,
            X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256,
            X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512,
            GMObjectIdentifiers.sm2sign_with_sm3, GMObjectIdentifiers.sm3);

    /** Curve → octets of a coordinate. */
    private static final Map<ASN1ObjectIdentifier, Integer> CURVES = Map.of(
            SECObjectIdentifiers.secp256r1, 32,
            SECObjectIdentifiers.secp384r1, 48,
            GMObjectIdentifiers.sm2p256v1, 32);

    private StampKey() {}

    /** The digest that a signature algorithm names, else the one that stands beside it; null for none that is listed. */
    static ASN1ObjectIdentifier digest(ASN1ObjectIdentifier signature, ASN1ObjectIdentifier beside) {
        return SIGNATURES.getOrDefault(signature, beside);
    }

    /** @throws cn.zrzy.hub.kernel.Rejected for one that is not listed */
    static Digest digest(ASN1ObjectIdentifier oid) {
        Supplier<Digest> digest = DIGESTS.get(oid);
        Provability.needs(digest != null, "摘要算法 " + oid + " 不在所列之内（SHA-256、SHA-384、SHA-512、SM3）");
        return digest.get();
    }

    static byte[] hash(Digest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    /** SM2 signs over SM3, RSA and ECDSA over SHA-2; anything else verifies nothing. */
    static boolean verifies(SubjectPublicKeyInfo key, ASN1ObjectIdentifier digest, byte[] message, byte[] signature)
            throws IOException {
        if (digest == null || key.getPublicKeyData().getPadBits() != 0) {
            return false;
        }
        boolean sm3 = digest.equals(GMObjectIdentifiers.sm3);
        ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            Provability.shortest(key.getPublicKeyData().getOctets(), "RSA 公钥");
            return !sm3
                    && rsa(
                            (RSAKeyParameters) PublicKeyFactory.createKey(key),
                            digest,
                            hash(digest(digest), message),
                            signature);
        }
        ASN1Encodable curve = key.getAlgorithm().getParameters();
        boolean listed = kind.equals(X9ObjectIdentifiers.id_ecPublicKey)
                && curve instanceof ASN1ObjectIdentifier
                && CURVES.containsKey(curve)
                && sm3 == curve.equals(GMObjectIdentifiers.sm2p256v1);
        return listed && plain(key, CURVES.get(curve)) && curve(key, sm3, digest(digest), message, signature);
    }

    /** A point as 04||x||y. */
    private static boolean plain(SubjectPublicKeyInfo key, int size) {
        byte[] point = key.getPublicKeyData().getOctets();
        return point.length == 1 + 2 * size && point[0] == 4;
    }

    private static boolean curve(SubjectPublicKeyInfo key, boolean sm2, Digest digest, byte[] message, byte[] signature)
            throws IOException {
        Signer signer = sm2 ? new SM2Signer(digest) : new DSADigestSigner(new ECDSASigner(), digest);
        signer.init(false, PublicKeyFactory.createKey(key));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /**
     * RFC 8017 §8.2.2 by comparing the whole block: the library's own signer also takes a DigestInfo without NULL, the verifiers
     * do not.
     */
    private static boolean rsa(RSAKeyParameters key, ASN1ObjectIdentifier digest, byte[] hash, byte[] signature)
            throws IOException {
        int size = (key.getModulus().bitLength() + 7) / 8;
        BigInteger e = key.getExponent();
        boolean sound = size >= 256
                && size <= 1024
                && e.testBit(0)
                && e.bitLength() <= 64
                && e.compareTo(BigInteger.valueOf(3)) >= 0;
        if (!sound || signature.length != size) {
            return false;
        }
        AsymmetricBlockCipher cipher = new PKCS1Encoding(new RSAEngine());
        cipher.init(false, key);
        try {
            byte[] block = cipher.processBlock(signature, 0, signature.length);
            byte[] info = new DigestInfo(new AlgorithmIdentifier(digest, DERNull.INSTANCE), hash).getEncoded("DER");
            return Arrays.equals(block, info);
        } catch (InvalidCipherTextException | DataLengthException malformed) {
            return false;
        }
    }
}
