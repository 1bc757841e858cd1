package cn.zrzy.hub.partner.tsa;

import cn.zrzy.hub.kernel.Rejected;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Whether the public's verifiers will prove a token (可证性): only the forms that docs/draw/bundle-format.md §5 lists. What they
 * cannot prove (RSA-PSS, a signer named by key identifier, SHA-1 in the chain …) would be kept for ever and leave every
 * bundle red. Said here a second time with Bouncy Castle, because hub and verifiers share no code; that the four readings agree
 * is a test.
 */
final class Provability {

    /** RFC 5652 §5.1 and GM/T 0010 §6. */
    private static final Set<ASN1ObjectIdentifier> SIGNED_DATA =
            Set.of(CMSObjectIdentifiers.signedData, new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2"));

    private Provability() {}

    /** @throws Rejected E-TSA-PROOF with the reason in Chinese */
    static void check(TimeStampToken token, X509CertificateHolder signer, Collection<X509CertificateHolder> held)
            throws IOException {
        needs(SIGNED_DATA.contains(token.toCMSSignedData().toASN1Structure().getContentType()), "令牌不是 SignedData");
        shortest((byte[]) token.toCMSSignedData().getSignedContent().getContent(), "TSTInfo");
        time(token);
        for (X509CertificateHolder certificate : held) {
            StampChain.checkForm(certificate);
        }
        SignerInformation word =
                token.toCMSSignedData().getSignerInfos().iterator().next();
        boolean named = word.getSID().getIssuer() != null
                && Arrays.equals(
                        word.getSID().getIssuer().getEncoded(),
                        signer.getIssuer().getEncoded());
        needs(named, "签名者须以颁发者和序列号指明，不能用密钥标识");
        checkAttributes(word.getSignedAttributes());
        checkNamed(word.getSignedAttributes(), signer.getEncoded());
        boolean signed = StampKey.verifies(
                signer.getSubjectPublicKeyInfo(),
                StampKey.digest(
                        word.toASN1Structure().getDigestEncryptionAlgorithm().getAlgorithm(),
                        word.getDigestAlgorithmID().getAlgorithm()),
                word.getEncodedSignedAttributes(),
                word.getSignature());
        needs(signed, "令牌的签名算法、密钥或写法不在所列之内（RSA PKCS#1 2048 位起、ECDSA P-256 或 P-384、SM2）");
    }

    static Instant time(TimeStampToken token) {
        return StampTime.of(token.getTimeStampInfo().toASN1Structure().getGenTime());
    }

    /** RFC 5652 §11: each once, each with one value. */
    private static void checkAttributes(AttributeTable attributes) {
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        for (Attribute attribute : attributes.toASN1Structure().getAttributes()) {
            boolean once = seen.add(attribute.getAttrType())
                    && attribute.getAttrValues().size() == 1;
            needs(once, "签名属性 " + attribute.getAttrType() + " 写了两次或有两个值");
        }
    }

    /**
     * ESS signingCertificateV2 (RFC 5035) by a digest that is listed. That there is version 1 or 2, and that the first of them
     * names the certificate, has been asked by Bouncy Castle; where both are there it leaves the second unread.
     */
    private static void checkNamed(AttributeTable attributes, byte[] certificate) {
        Attribute second = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second != null) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(second.getAttributeValues()[0])
                    .getCerts()[0];
            byte[] ours = StampKey.hash(StampKey.digest(id.getHashAlgorithm().getAlgorithm()), certificate);
            needs(Arrays.equals(id.getCertHash(), ours), "签名属性（ESS signingCertificateV2）写的是另一张证书");
        }
    }

    /** X.690 §10.1: definite lengths in their shortest form. */
    static void shortest(byte[] der, String what) throws IOException {
        needs(Arrays.equals(ASN1Primitive.fromByteArray(der).getEncoded("DL"), der), what + " 的编码不是 DER（X.690 §10）");
    }

    static void needs(boolean holds, String reason) {
        Rejected.unless(holds, "E-TSA-PROOF", "公开的核验程序证明不了这枚令牌：" + reason, "");
    }
}
