package cn.zrzy.verify;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few fields of an X.509 certificate (RFC 5280) that a stamp needs; the JDK's own reader knows no SM2. */
final class Certificate {

    /** Signature algorithm → digest: RSA PKCS#1 v1.5, ECDSA, SM2. */
    private static final Map<String, String> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.11", "SHA-256",
            "1.2.840.113549.1.1.12", "SHA-384",
            "1.2.840.113549.1.1.13", "SHA-512",
            "1.2.840.10045.4.3.2", "SHA-256",
            "1.2.840.10045.4.3.3", "SHA-384",
            "1.2.840.10045.4.3.4", "SHA-512",
            "1.2.156.10197.1.501", "SM3");

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";
    private static final String SM2 = "1.2.156.10197.1.301";
    /** Curve → octets of a coordinate: P-256 and P-384. */
    private static final Map<String, Integer> CURVES = Map.of("1.2.840.10045.3.1.7", 32, "1.3.132.0.34", 48);

    final byte[] raw;
    final BigInteger serial;
    final byte[] issuer;
    final byte[] subject;
    private final byte[] signed;
    private final byte[] signature;
    private final String digest;
    private final Instant from;
    private final Instant to;
    private final Der key;
    private final Map<String, byte[]> extensions = new HashMap<>();

    Certificate(Der certificate) {
        raw = certificate.raw();
        Der body = certificate.kid(0);
        signed = body.raw();
        digest = digestOf(certificate.kid(1).kid(0).oid(), "");
        signature = certificate.kid(2).bits();
        List<Der> fields = body.kids().stream().filter(f -> f.tag() != 0xa0).toList();
        Der.need(fields.size() >= 6, "certificate ends early");
        serial = fields.get(0).integer();
        issuer = fields.get(2).raw();
        from = fields.get(3).kid(0).time();
        to = fields.get(3).kid(1).time();
        subject = fields.get(4).raw();
        key = fields.get(5);
        for (Der field : fields.subList(6, fields.size())) {
            if (field.tag() == 0xa3) {
                for (Der extension : field.kid(0).kids()) {
                    List<Der> parts = extension.kids();
                    extensions.put(
                            extension.kid(0).oid(), parts.get(parts.size() - 1).value());
                }
            }
        }
    }

    static String digestOf(String signatureAlgorithm, String otherwise) {
        return SIGNATURES.getOrDefault(signatureAlgorithm, otherwise);
    }

    boolean selfIssued() {
        return Arrays.equals(issuer, subject);
    }

    boolean validAt(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** Extended key usage id-kp-timeStamping and nothing else (RFC 3161 §2.3). */
    boolean mayStamp() {
        byte[] uses = extensions.get("2.5.29.37");
        return uses != null
                && Der.of(uses).kids().stream().map(Der::oid).toList().equals(List.of("1.3.6.1.5.5.7.3.8"));
    }

    /** Basic constraints cA. */
    boolean mayCertify() {
        byte[] basic = extensions.get("2.5.29.19");
        List<Der> kids = basic == null ? List.of() : Der.of(basic).kids();
        return !kids.isEmpty()
                && kids.get(0).tag() == 1
                && Arrays.equals(kids.get(0).value(), new byte[] {-1});
    }

    boolean signedBy(Certificate above) {
        return above.verifies(digest, signed, signature);
    }

    boolean verifies(String digest, byte[] message, byte[] signature) {
        String kind = key.kid(0).kid(0).oid();
        String curve = kind.equals(EC) ? key.kid(0).kid(1).oid() : "";
        if (curve.equals(SM2)) {
            Der rs = Der.of(signature);
            return digest.equals("SM3")
                    && Sm2.verify(
                            key.kid(1).bits(),
                            message,
                            rs.kid(0).integer(),
                            rs.kid(1).integer());
        }
        if (!digest.startsWith("SHA-") || !kind.equals(RSA) && !CURVES.containsKey(curve)) {
            return false;
        }
        try {
            PublicKey publicKey = KeyFactory.getInstance(kind.equals(RSA) ? "RSA" : "EC")
                    .generatePublic(new X509EncodedKeySpec(key.raw()));
            if (publicKey instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() <= 2040) {
                return false;
            }
            String form = kind.equals(RSA) ? "withRSA" : "withECDSAinP1363Format";
            Signature verifier = Signature.getInstance(digest.replace("-", "") + form);
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(kind.equals(RSA) ? signature : fixed(Der.of(signature), CURVES.get(curve)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SEQUENCE { r, s } as r||s of fixed length, so that DER is read in one way only. */
    private static byte[] fixed(Der rs, int size) {
        byte[] out = new byte[2 * size];
        for (int i = 0; i < 2; i++) {
            BigInteger n = rs.kid(i).integer();
            Der.need(n.signum() > 0 && n.bitLength() <= 8 * size, "signature out of range");
            byte[] octets = n.toByteArray();
            int length = Math.min(octets.length, size);
            System.arraycopy(octets, octets.length - length, out, (i + 1) * size - length, length);
        }
        return out;
    }
}
