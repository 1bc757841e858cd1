package cn.zrzy.sandbox.tsa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * 时间戳密钥: an ECDSA key with a certificate for time stamping under a CA of its own, made at the first start and kept, so
 * that tokens of yesterday and of today have one root. {@code root.pem} beside it is for openssl and for people.
 *
 * @param chain the stamping certificate, then the root
 */
record TsaKeys(PrivateKey key, List<X509Certificate> chain) {

    private static final char[] PASSWORD = "sandbox".toCharArray();
    private static final String ALGORITHM = "SHA256withECDSA";

    static TsaKeys in(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("tsa.p12");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            if (!Files.exists(file)) {
                make(store);
                try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                    store.store(out, PASSWORD);
                }
            }
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            Certificate[] chain = store.getCertificateChain("tsa");
            Files.writeString(
                    folder.resolve("root.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(chain[1].getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            return new TsaKeys(
                    (PrivateKey) store.getKey("tsa", PASSWORD),
                    List.of((X509Certificate) chain[0], (X509Certificate) chain[1]));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("时间戳密钥用不了：" + file, e);
        }
    }

    private static void make(KeyStore store) throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair ca = generator.generateKeyPair();
        KeyPair tsa = generator.generateKeyPair();
        X500Name root = new X500Name("C=CN,O=沙箱,CN=模拟时间戳根证书");
        X509Certificate rootCertificate = certificate(
                new JcaX509v3CertificateBuilder(root, BigInteger.ONE, day(-1), day(3650), root, ca.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)),
                ca);
        X509Certificate certificate = certificate(
                new JcaX509v3CertificateBuilder(
                                root,
                                BigInteger.TWO,
                                day(-1),
                                day(1825),
                                new X500Name("C=CN,O=沙箱,CN=模拟时间戳机构"),
                                tsa.getPublic())
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
                ca);
        store.load(null, PASSWORD);
        store.setKeyEntry("tsa", tsa.getPrivate(), PASSWORD, new Certificate[] {certificate, rootCertificate});
    }

    private static X509Certificate certificate(org.bouncycastle.cert.X509v3CertificateBuilder builder, KeyPair ca)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(ca.getPrivate())));
    }

    private static Date day(int n) {
        return Date.from(Instant.now().plus(Duration.ofDays(n)));
    }
}
