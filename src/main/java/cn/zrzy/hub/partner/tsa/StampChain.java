package cn.zrzy.hub.partner.tsa;

import static cn.zrzy.hub.partner.tsa.Provability.needs;

import cn.zrzy.hub.kernel.Digest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;

/** 证书链: from the signer up to a self-issued certificate within the token, or to the highest that is there (bundle-format §5). */
final class StampChain {

    private static final int LONGEST = 8;

    private StampChain() {}

    /** Times and signature of any certificate in the token are read, whether it stands in the chain or not. */
    static void checkForm(X509CertificateHolder certificate) {
        StampTime.of(certificate.toASN1Structure().getStartDate().toASN1Primitive());
        StampTime.of(certificate.toASN1Structure().getEndDate().toASN1Primitive());
        needs(certificate.toASN1Structure().getSignature().getPadBits() == 0, "证书的签名不是整数个字节");
    }

    /** @return SHA-256 of the topmost certificate, as the verifiers print it */
    static String top(X509CertificateHolder signer, List<X509CertificateHolder> held, Instant at) throws IOException {
        X509CertificateHolder below = signer;
        for (int i = 0; !same(below.getIssuer(), below.getSubject()); i++) {
            X509CertificateHolder above = issuer(below, held);
            if (above == null) {
                return Digest.sha256(below.getEncoded());
            }
            needs(i < LONGEST, "证书链超过 " + LONGEST + " 级，或绕成一圈");
            needs(mayCertify(above), "证书链里有一张证书不是发证机构的（基本约束 cA）");
            needs(validAt(above, at), "证书链里有一张证书在盖章时不在有效期内");
            needs(signedBy(below, above), "证书链接不上：下级证书不是上级所签，或签名算法不在所列之内");
            below = above;
        }
        needs(signedBy(below, below), "最上层证书的自签名验不过，或签名算法不在所列之内");
        return Digest.sha256(below.getEncoded());
    }

    /** The first in the token's order, as all verifiers take it. */
    private static X509CertificateHolder issuer(X509CertificateHolder below, List<X509CertificateHolder> held)
            throws IOException {
        for (X509CertificateHolder certificate : held) {
            if (same(certificate.getSubject(), below.getIssuer())) {
                return certificate;
            }
        }
        return null;
    }

    private static boolean same(X500Name one, X500Name other) throws IOException {
        return Arrays.equals(one.getEncoded(), other.getEncoded());
    }

    private static boolean validAt(X509CertificateHolder certificate, Instant at) {
        Instant from = StampTime.of(certificate.toASN1Structure().getStartDate().toASN1Primitive());
        Instant to = StampTime.of(certificate.toASN1Structure().getEndDate().toASN1Primitive());
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** By octets, since the library takes any octet but 0 for TRUE. */
    private static boolean mayCertify(X509CertificateHolder certificate) throws IOException {
        Extension basic = certificate.getExtension(Extension.basicConstraints);
        if (basic == null) {
            return false;
        }
        byte[] octets = basic.getExtnValue().getOctets();
        Provability.shortest(octets, "基本约束");
        ASN1Sequence fields = ASN1Sequence.getInstance(octets);
        return fields.size() > 0
                && Arrays.equals(fields.getObjectAt(0).toASN1Primitive().getEncoded(), ASN1Boolean.TRUE.getEncoded());
    }

    private static boolean signedBy(X509CertificateHolder certificate, X509CertificateHolder above) throws IOException {
        return StampKey.verifies(
                above.getSubjectPublicKeyInfo(),
                StampKey.digest(certificate.getSignatureAlgorithm().getAlgorithm(), null),
                certificate.toASN1Structure().getTBSCertificate().getEncoded("DER"),
                certificate.getSignature());
    }
}
