package cn.zrzy.hub.partner.tsa;

import cn.zrzy.hub.kernel.Digest;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** An authority whose every part may be wrong. */
final class OwnAuthority {

    static final String POLICY = "2.999.1";

    private final KeyPair key;
    private final X509CertificateHolder certificate;
    private final X509CertificateHolder root;
    private final List<X509CertificateHolder> shown;

    OwnAuthority(KeyPurposeId purpose) {
        try {
            KeyPair ca = pair();
            X500Name name = new X500Name("CN=Root");
            key = pair();
            root = builder(name, name, ca)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .build(signer(ca));
            // The generator itself takes no other purpose, so a wrong certificate is shown in place of the signing one.
            certificate = certificate(name, KeyPurposeId.id_kp_timeStamping, ca);
            boolean right = purpose.equals(KeyPurposeId.id_kp_timeStamping);
            shown = List.of(right ? certificate : certificate(name, purpose, ca), root);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private OwnAuthority(OwnAuthority own, List<X509CertificateHolder> shown) {
        this.key = own.key;
        this.certificate = own.certificate;
        this.root = own.root;
        this.shown = shown;
    }

    /** Shows no certificate. */
    OwnAuthority without() {
        return new OwnAuthority(this, List.of());
    }

    /** Shows another's root of the same name. */
    OwnAuthority under(OwnAuthority other) {
        return new OwnAuthority(this, List.of(shown.get(0), other.root));
    }

    String rootSha256() {
        try {
            return Digest.sha256(root.getEncoded());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] response(TimeStampRequest asked, int serial, Instant at) {
        try {
            return generator()
                    .generateGrantedResponse(asked, BigInteger.valueOf(serial), Date.from(at))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] refusal(int failure) {
        try {
            return generator()
                    .generateFailResponse(PKIStatus.REJECTION, failure, "no")
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeStampResponseGenerator generator() throws Exception {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        SignerInfoGenerator signing = new JcaSignerInfoGeneratorBuilder(digests).build(signer(key), certificate);
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                signing,
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new CollectionStore<>(shown));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, Set.of(POLICY));
    }

    private X509CertificateHolder certificate(X500Name issuer, KeyPurposeId purpose, KeyPair ca) throws Exception {
        return builder(issuer, new X500Name("CN=TSA"), key)
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                .build(signer(ca));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair key) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                issuer.equals(subject) ? BigInteger.ONE : BigInteger.TWO,
                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                Date.from(Instant.parse("2028-01-01T00:00:00Z")),
                subject,
                key.getPublic());
    }

    private static ContentSigner signer(KeyPair key) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
    }
}
