package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Key and certificate of the broker's TLS (消息中枢的密钥与证书). Where the bureau gives none, a self-signed pair is made once and
 * its certificate is laid out as {@code broker.crt} for the agencies to pin, so that no password crosses a wire in the clear.
 */
final class BrokerKey {

    private static final String ALIAS = "broker";
    private static final Duration VALID = Duration.ofDays(1825);

    private BrokerKey() {}

    /** @param store made when it does not exist; an existing one is left alone */
    static void provide(Path store, String password, List<String> names, Path certificate) throws IOException {
        if (Files.exists(store)) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate own = certificate(pair, names);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(ALIAS, pair.getPrivate(), password.toCharArray(), new Certificate[] {own});
            Path half = Files.createTempFile(store.toAbsolutePath().getParent(), ".broker", "");
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
            try (OutputStream out = Files.newOutputStream(half)) {
                keys.store(out, password.toCharArray());
            }
            Files.writeString(certificate, pem(own));
            Files.move(half, store);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("消息中枢的证书没有做成", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, List<String> names)
            throws OperatorCreationException, GeneralSecurityException, IOException {
        X500Name subject = new X500Name("CN=double-random-hub broker");
        Instant now = Instant.now();
        GeneralName[] alternatives = names.stream()
                .map(name -> new GeneralName(
                        name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALID)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
