package cn.zrzy.verify;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * An RFC 3161 time stamp as far as one file can prove it: right bytes, valid signature, certificate for time stamping, chain
 * inside the token. Whether the certificate was revoked needs a network and is not asked.
 */
record TimeStamp(Instant at, String root) {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static TimeStamp verify(byte[] bytes, byte[] stamped, String place) {
        try {
            TimeStampToken token =
                    new TimeStampToken(new CMSSignedData(ContentInfo.getInstance(ASN1Primitive.fromByteArray(bytes))));
            Refused.unless(
                    MessageDigest.isEqual(
                            digest(token.getTimeStampInfo().getMessageImprintAlgOID(), stamped, place),
                            token.getTimeStampInfo().getMessageImprintDigest()),
                    "E-STAMP",
                    place,
                    "the stamp is over other bytes");
            Collection<X509CertificateHolder> holders = token.getCertificates().getMatches(null);
            X509CertificateHolder tsa = holders.stream()
                    .filter(h -> token.getSID().match(h))
                    .findFirst()
                    .orElseThrow(() -> new Refused("E-STAMP", place, "the signer's certificate is not in the token"));
            SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(tsa);
            // Checks the signature, the ESS certificate attribute, the validity at genTime and the key usage (RFC 3161
            // §2.3).
            token.validate(verifier);
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            return new TimeStamp(at, climb(tsa, holders, at, place));
        } catch (CMSException
                | TSPException
                | IOException
                | CertException
                | OperatorCreationException
                | java.security.cert.CertificateException e) {
            throw new Refused("E-STAMP", place, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new Refused("E-STAMP", place, "unreadable token");
        }
    }

    private static byte[] digest(ASN1ObjectIdentifier oid, byte[] bytes, String place) {
        if (NISTObjectIdentifiers.id_sha256.equals(oid)) {
            return Hash.SHA_256.of(bytes);
        }
        Refused.unless(GMObjectIdentifiers.sm3.equals(oid), "E-STAMP", place, "digest " + oid);
        return Hash.SM3.of(bytes);
    }

    private static String climb(
            X509CertificateHolder from, Collection<X509CertificateHolder> holders, Instant at, String place)
            throws IOException, CertException, OperatorCreationException, java.security.cert.CertificateException {
        X509CertificateHolder c = from;
        JcaContentVerifierProviderBuilder verifiers = new JcaContentVerifierProviderBuilder().setProvider(PROVIDER);
        for (int i = 0; i < 8; i++) {
            X509CertificateHolder below = c;
            X509CertificateHolder above = holders.stream()
                    .filter(h -> h.getSubject().equals(below.getIssuer()))
                    .findFirst()
                    .orElse(null);
            if (above == null) {
                break;
            }
            Refused.unless(c.isSignatureValid(verifiers.build(above)), "E-STAMP", place, "the chain's signature");
            if (c.getSubject().equals(c.getIssuer())) {
                break;
            }
            BasicConstraints basic = BasicConstraints.fromExtensions(
                    above.getExtensions() == null
                            ? new Extensions(new org.bouncycastle.asn1.x509.Extension[0])
                            : above.getExtensions());
            Refused.unless(
                    basic != null && basic.isCA() && above.isValidOn(java.util.Date.from(at)),
                    "E-STAMP",
                    place,
                    "the chain holds a certificate that may not sign");
            c = above;
        }
        return Hash.SHA_256.hex(c.getEncoded());
    }
}
