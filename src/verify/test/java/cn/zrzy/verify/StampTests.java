package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3161 stamps by authorities of our own, with the algorithms that real ones use. */
class StampTests {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Instant FROZEN = Instant.parse("2026-05-20T01:00:00Z");
    private static final Instant HELD = Instant.parse("2026-05-22T13:40:00Z");

    private record Authority(
            String algorithm,
            KeyPair root,
            KeyPair tsa,
            X509CertificateHolder rootCertificate,
            X509CertificateHolder certificate) {

        static Authority of(String algorithm, KeyPurposeId purpose) throws Exception {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm.contains("RSA") ? "RSA" : "EC", BC);
            if (algorithm.contains("RSA")) {
                keys.initialize(2048, new SecureRandom());
            } else {
                String curve = algorithm.contains("SM2") ? "sm2p256v1" : algorithm.contains("384") ? "P-384" : "P-256";
                keys.initialize(new ECGenParameterSpec(curve), new SecureRandom());
            }
            KeyPair root = keys.generateKeyPair();
            KeyPair tsa = keys.generateKeyPair();
            X500Name rootName = new X500Name("CN=Root");
            X500Name tsaName = new X500Name("CN=TSA");
            X509CertificateHolder rootCertificate = new JcaX509v3CertificateBuilder(
                            rootName, BigInteger.ONE, day(-400), day(400), rootName, root.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .build(signer(algorithm, root));
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                            rootName, BigInteger.TWO, day(-300), day(300), tsaName, tsa.getPublic())
                    .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                    .build(signer(algorithm, root));
            return new Authority(algorithm, root, tsa, rootCertificate, certificate);
        }

        private static Date day(int n) {
            return Date.from(FROZEN.plusSeconds(86400L * n));
        }

        private static org.bouncycastle.operator.ContentSigner signer(String algorithm, KeyPair key) throws Exception {
            return new JcaContentSignerBuilder(algorithm).setProvider(BC).build(key.getPrivate());
        }

        byte[] stamp(byte[] bytes, Instant at, boolean withCertificates) throws Exception {
            DigestCalculatorProvider digests =
                    new JcaDigestCalculatorProviderBuilder().setProvider(BC).build();
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(signer(algorithm, tsa), certificate),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            generator.addCertificates(new CollectionStore<>(List.of(certificate, rootCertificate)));
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(withCertificates);
            return generator
                    .generate(
                            requests.generate(TSPAlgorithms.SHA256, Hash.SHA_256.of(bytes)),
                            BigInteger.TEN,
                            Date.from(at))
                    .getEncoded("DER");
        }
    }

    private static Forge stamped(Authority authority, Instant frozen, Instant held) throws Exception {
        Forge f = SmallBundles.tiny();
        f.json("manifest.json", m -> m.put("stampAuthority", "国家授时中心")).settle();
        f.files.put("manifest.json.tsr", authority.stamp(f.files.get("manifest.json"), frozen, true));
        f.files.put("result.json.tsr", authority.stamp(f.files.get("result.json"), held, true));
        return f.seal();
    }

    /** For lies about time: stamps by an authority of the liar's own. */
    static void stamp(Forge f, Instant frozen, Instant held) {
        try {
            Authority authority = Authority.of("SHA256withECDSA", KeyPurposeId.id_kp_timeStamping);
            f.files.put("manifest.json.tsr", authority.stamp(f.files.get("manifest.json"), frozen, true));
            f.files.put("result.json.tsr", authority.stamp(f.files.get("result.json"), held, true));
            f.seal();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String step3(Forge f) {
        return SmallBundles.errors(AgreementTests.same(f.zip(), ""))
                .get("signatures")
                .strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA512withRSA", "SHA256withECDSA", "SHA384withECDSA384", "SM3withSM2"})
    void trueStampsPassAndFlippedOnesDoNot(String algorithm) throws Exception {
        String name = algorithm.replace("ECDSA384", "ECDSA");
        Authority authority =
                Authority.of(algorithm.contains("384") ? name : algorithm, KeyPurposeId.id_kp_timeStamping);
        Forge f = stamped(authority, FROZEN.plusSeconds(5), HELD.plusSeconds(60));
        String report = AgreementTests.same(f.zip(), "");
        assertThat(AgreementTests.verdict(report)).as(report).isEqualTo("pass");
        assertThat(report).contains(Hash.SHA_256.hex(authority.rootCertificate.getEncoded()));
        byte[] token = f.files.get("manifest.json.tsr");
        byte[] changed = token.clone();
        changed[changed.length - 1] ^= 1;
        f.files.put("manifest.json.tsr", changed);
        assertThat(step3(f.seal())).isEqualTo("fail E-STAMP");
    }

    /** Every row of {@link HostileStamps} is read alike by all three: the same time and root, or not at all. */
    @Test
    void handMadeStampsAreReadAlike() {
        byte[] stamped = Text.utf8("manifest");
        byte[] imprint = Hash.SHA_256.of(stamped);
        var good = HostileStamps.proving(imprint, "20260520010005Z", null);
        var bad = HostileStamps.provingNothing(imprint, "20260520010005Z", null);
        Map<String, byte[]> all = new LinkedHashMap<>(good);
        all.putAll(bad);
        byte[] plain = good.get("plain");
        byte[] head = {plain[0], (byte) 0x84, 0, 0, plain[2], plain[3]};
        all.put("length in four octets", Hash.join(head, Arrays.copyOfRange(plain, 4, plain.length)));
        assertThat(all).as("no name twice").hasSize(good.size() + bad.size() + 1);
        List<String> java = all.values().stream().map(t -> read(t, stamped)).toList();
        List<String> python = Trio.get().stampsByPython(all.values(), stamped);
        List<String> js = Trio.get().stampsByJs(all.values(), stamped);
        int i = 0;
        for (String name : all.keySet()) {
            String want = good.containsKey(name) ? java.get(i) : "";
            assertThat(List.of(java.get(i), python.get(i), js.get(i))).as(name).isEqualTo(List.of(want, want, want));
            assertThat(want.isEmpty()).as(name).isEqualTo(!good.containsKey(name));
            i++;
        }
    }

    /** Seconds and root, "" for a stamp that proves nothing; any other failure than a refusal is a fault of the verifier. */
    static String read(byte[] token, byte[] stamped) {
        try {
            TimeStamp stamp = TimeStamp.read(token, stamped);
            return stamp.at().getEpochSecond() + " " + stamp.root();
        } catch (IllegalArgumentException refused) {
            return "";
        }
    }

    @Test
    void stampsThatProveNothingAreRefused() throws Exception {
        Authority a = Authority.of("SHA256withECDSA", KeyPurposeId.id_kp_timeStamping);
        Forge other = stamped(a, FROZEN, HELD);
        other.files.put("manifest.json.tsr", other.files.get("result.json.tsr"));
        assertThat(step3(other.seal())).as("over other bytes").isEqualTo("fail E-STAMP");
        assertThat(step3(stamped(a, FROZEN.minusSeconds(1), HELD)))
                .as("before the freeze")
                .isEqualTo("fail E-ORDER");
        assertThat(step3(stamped(a, FROZEN.plusSeconds(86401), HELD)))
                .as("a day late")
                .isEqualTo("fail E-ORDER");
        assertThat(step3(stamped(a, FROZEN, HELD.minusSeconds(1))))
                .as("before the result")
                .isEqualTo("fail E-ORDER");
        assertThat(step3(stamped(a, FROZEN.plusSeconds(86400L * 500), HELD)))
                .as("after the certificate ran out")
                .startsWith("fail");
        Forge bare = stamped(a, FROZEN, HELD);
        bare.files.put("manifest.json.tsr", a.stamp(bare.files.get("manifest.json"), FROZEN, false));
        assertThat(step3(bare.seal())).as("without its certificate").isEqualTo("fail E-STAMP");
        Authority b = Authority.of("SHA256withECDSA", KeyPurposeId.id_kp_timeStamping);
        Authority mixed = new Authority(a.algorithm, b.root, a.tsa, b.rootCertificate, a.certificate);
        assertThat(step3(stamped(mixed, FROZEN, HELD))).as("under another root").isEqualTo("fail E-STAMP");
        Forge none = stamped(a, FROZEN, HELD);
        none.files.remove("result.json.tsr");
        assertThat(step3(none.seal())).isEqualTo("fail E-STAMP");
    }
}
