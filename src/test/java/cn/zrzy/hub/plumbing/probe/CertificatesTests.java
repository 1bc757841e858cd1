package cn.zrzy.hub.plumbing.probe;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Beijing;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last day of a certificate is told although nobody vouches for it; of an address without one nothing is said. */
class CertificatesTests {

    private static final char[] PASSWORD = "for-this-test".toCharArray();

    @TempDir
    Path folder;

    @Test
    void theLastDayIsReadOffTheHandshake() throws Exception {
        KeyStore keys = made();
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        try (SSLServerSocket server =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0)) {
            Thread partner = new Thread(() -> greet(server));
            partner.setDaemon(true);
            partner.start();
            String end = ((X509Certificate) keys.getCertificate("partner"))
                    .getNotAfter()
                    .toInstant()
                    .atZone(Beijing.ZONE)
                    .toLocalDate()
                    .toString();
            assertThat(Certificates.told("https://127.0.0.1:" + server.getLocalPort() + "/province"))
                    .isEqualTo("；对方证书到期日 " + end);
        }
    }

    @Test
    void whoShowsNoneIsPassedOver() {
        assertThat(Certificates.told("http://127.0.0.1:1")).isEmpty();
        assertThat(Certificates.told("")).isEmpty();
        assertThat(Certificates.told("https://127.0.0.1:1")).isEmpty();
        assertThat(Certificates.told("https://")).isEmpty();
    }

    private static void greet(SSLServerSocket server) {
        try (SSLSocket caller = (SSLSocket) server.accept()) {
            caller.startHandshake();
            caller.getInputStream().read();
        } catch (java.io.IOException e) {
            // the caller has seen enough
        }
    }

    private KeyStore made() throws Exception {
        Path file = folder.resolve("partner.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "partner",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=partner",
                        "-validity",
                        "33",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
