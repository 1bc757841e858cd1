package cn.zrzy.verify;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 时间戳: an RFC 3161 time stamp (CMS, RFC 5652) as far as one file can prove it: right bytes, valid signature, certificate for
 * time stamping, chain inside the token (docs/draw/bundle-format.md §5). Whether the certificate was revoked needs a network
 * and is not asked.
 *
 * @param at genTime, whole seconds
 * @param root SHA-256 of the topmost certificate in the token, 64 hex
 */
record TimeStamp(Instant at, String root) {

    private static final List<String> SIGNED_DATA = List.of("1.2.840.113549.1.7.2", "1.2.156.10197.6.1.4.2.2");
    private static final String INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final Map<String, String> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512",
            "1.2.156.10197.1.401", "SM3");

    private static final int LONGEST_CHAIN = 8;
    /** Times are compared as text, so they need four digits of year. */
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /**
     * @param token DER of a TimeStampToken
     * @param stamped the bytes that it is to be over
     * @throws IllegalArgumentException with the reason, when the token proves nothing about these bytes
     */
    static TimeStamp read(byte[] token, byte[] stamped) {
        Der top = Der.of(token);
        Der.need(SIGNED_DATA.contains(top.kid(0).oid()), "not SignedData");
        List<Der> signed = top.kid(1).kid(0).kids();
        Der.need(signed.size() >= 4, "SignedData ends early");
        Der.need(signed.get(2).kid(0).oid().equals(INFO), "not TSTInfo");
        byte[] content = signed.get(2).kid(1).kid(0).octets();
        Der info = Der.of(content);
        List<Der> imprint = info.kid(2).kids(2);
        byte[] digest = digest(imprint.get(0).kid(0).oid(), stamped);
        Der.need(Arrays.equals(digest, imprint.get(1).octets()), "the stamp is over other bytes");
        Instant at = info.kid(4).time();
        Der.need(at.isBefore(LATEST), "a time of another age");
        List<Certificate> certificates = signed.subList(3, signed.size()).stream()
                .filter(part -> part.tag() == 0xa0)
                .flatMap(part -> part.kids().stream())
                .filter(part -> part.tag() == 0x30)
                .map(Certificate::new)
                .toList();
        Der signers = signed.get(signed.size() - 1);
        Der.need(signers.tag() == 0x31 && signers.kids().size() == 1, "one signer expected");
        Certificate tsa = signature(signers.kid(0), content, certificates);
        Der.need(tsa.mayStamp() && tsa.validAt(at), "the certificate is not for time stamps at that time");
        return new TimeStamp(at, climb(tsa, certificates, at));
    }

    /** Checks the signer's word over the content and returns its certificate. */
    private static Certificate signature(Der signer, byte[] content, List<Certificate> certificates) {
        Der.need(signer.kid(1).tag() == 0x30, "the signer is not named by issuer and serial");
        List<Der> name = signer.kid(1).kids(2);
        byte[] issuer = name.get(0).raw();
        Certificate tsa = certificates.stream()
                .filter(c -> Arrays.equals(c.issuer, issuer)
                        && c.serial.equals(name.get(1).integer()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the signer's certificate is not in the token"));
        Der signedAttributes = signer.kid(3);
        Der.need(signedAttributes.tag() == 0xa0, "signed attributes missing");
        Map<String, Der> attributes = new HashMap<>();
        for (Der attribute : signedAttributes.kids()) {
            List<Der> parts = attribute.kids(2);
            Der before = attributes.put(parts.get(0).oid(), parts.get(1).kids(1).get(0));
            Der.need(before == null, "attribute twice");
        }
        boolean whole = attributes.keySet().containsAll(List.of(CONTENT_TYPE, MESSAGE_DIGEST));
        Der.need(whole && attributes.get(CONTENT_TYPE).oid().equals(INFO), "content type attribute");
        String digestOid = signer.kid(2).kid(0).oid();
        byte[] digest = digest(digestOid, content);
        Der.need(Arrays.equals(digest, attributes.get(MESSAGE_DIGEST).octets()), "message digest attribute");
        namesCertificate(attributes, tsa);
        byte[] covered = signedAttributes.raw();
        covered[0] = 0x31;
        String digestName = Certificate.digestOf(signer.kid(4).kid(0).oid(), DIGESTS.get(digestOid));
        Der.need(tsa.verifies(digestName, covered, signer.kid(5).octets()), "the stamp's signature");
        return tsa;
    }

    /** ESS signingCertificate, version 1 and 2 (RFC 5035): at least one, and each that is there names the certificate by hash. */
    private static void namesCertificate(Map<String, Der> attributes, Certificate tsa) {
        Der first = attributes.get(SIGNING_CERTIFICATE);
        Der second = attributes.get(SIGNING_CERTIFICATE_V2);
        boolean names = first != null || second != null;
        if (first != null) {
            byte[] hash = first.kid(0).kid(0).kid(0).octets();
            names = Arrays.equals(Hash.jdk("SHA-1", tsa.raw), hash);
        }
        if (second != null) {
            Der id = second.kid(0).kid(0);
            boolean plain = id.kid(0).tag() == 4;
            byte[] digest = plain
                    ? Hash.jdk("SHA-256", tsa.raw)
                    : digest(id.kid(0).kid(0).oid(), tsa.raw);
            names &= Arrays.equals(digest, id.kid(plain ? 0 : 1).octets());
        }
        Der.need(names, "signing certificate attribute");
    }

    /** Climbs to a self-signed certificate within the token, or stops at the highest one that is present. */
    private static String climb(Certificate from, List<Certificate> certificates, Instant at) {
        Certificate c = from;
        for (int i = 0; !c.selfIssued(); i++) {
            byte[] issuer = c.issuer;
            Certificate above = certificates.stream()
                    .filter(x -> Arrays.equals(x.subject, issuer))
                    .findFirst()
                    .orElse(null);
            if (above == null) {
                return Hash.SHA_256.hex(c.raw);
            }
            Der.need(i < LONGEST_CHAIN, "the chain has no end");
            Der.need(above.mayCertify() && above.validAt(at), "the chain holds a certificate that may not sign");
            Der.need(c.signedBy(above), "the chain's signature");
            c = above;
        }
        Der.need(c.signedBy(c), "the root certificate's signature");
        return Hash.SHA_256.hex(c.raw);
    }

    private static byte[] digest(String oid, byte[] bytes) {
        String name = DIGESTS.get(oid);
        Der.need(name != null, "digest " + oid);
        return name.equals("SM3") ? Hash.SM3.of(bytes) : Hash.jdk(name, bytes);
    }
}
