package cn.zrzy.verify;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few fields of an X.509 certificate (RFC 5280) that a stamp needs. Its key is read only when it is asked to verify. */
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
    private static final Map<String, Curve> CURVES = Map.of(
            "1.2.156.10197.1.301", Curve.SM2,
            "1.2.840.10045.3.1.7", Curve.P256,
            "1.3.132.0.34", Curve.P384);

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
        List<Der> parts = certificate.kids(3);
        signed = parts.get(0).raw();
        digest = digestOf(parts.get(1).kid(0).oid(), "");
        signature = parts.get(2).bits();
        List<Der> fields =
                parts.get(0).kids().stream().filter(f -> f.tag() != 0xa0).toList();
        Der.need(fields.size() >= 6, "certificate ends early");
        serial = fields.get(0).integer();
        issuer = fields.get(2).raw();
        List<Der> validity = fields.get(3).kids(2);
        from = validity.get(0).time();
        to = validity.get(1).time();
        subject = fields.get(4).raw();
        key = fields.get(5);
        for (Der field : fields.subList(6, fields.size())) {
            if (field.tag() == 0xa3) {
                field.kid(0).kids().forEach(this::extension);
            }
        }
    }

    private void extension(Der extension) {
        List<Der> parts = extension.kids();
        byte[] before = extensions.put(
                extension.kid(0).oid(), parts.get(parts.size() - 1).octets());
        Der.need(before == null, "extension twice");
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

    /** SM2 signs over SM3, RSA and ECDSA over SHA-2; anything else verifies nothing. */
    boolean verifies(String digest, byte[] message, byte[] signature) {
        List<Der> parts = key.kids(2);
        String kind = parts.get(0).kid(0).oid();
        if (kind.equals(RSA)) {
            List<Der> numbers = Der.of(parts.get(1).bits()).kids(2);
            return digest.startsWith("SHA-")
                    && Rsa.verify(numbers.get(0).integer(), numbers.get(1).integer(), digest, message, signature);
        }
        Curve curve = kind.equals(EC) ? CURVES.get(parts.get(0).kid(1).oid()) : null;
        if (curve == null || digest.isEmpty() || (curve == Curve.SM2) != digest.equals("SM3")) {
            return false;
        }
        List<Der> rs = Der.of(signature).kids(2);
        BigInteger r = rs.get(0).integer();
        BigInteger s = rs.get(1).integer();
        byte[] point = parts.get(1).bits();
        return curve == Curve.SM2
                ? Sm2.verify(point, message, r, s)
                : curve.ecdsa(point, Hash.jdk(digest, message), r, s);
    }
}
