package cn.zrzy.hub.plumbing.probe;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.probe.Probe;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The last day of a certificate is told although nobody vouches for it; of an address without one nothing is said. */
class CertificatesTests {

    private static final char[] PASSWORD = "for-this-test".toCharArray();

    @TempDir
    Path folder;

    private final CountDownLatch mayGreet = new CountDownLatch(1);

    @Test
    void theLastDayIsReadOffTheHandshake() throws Exception {
        KeyStore keys = made();
        try (SSLServerSocket server = serving(keys)) {
            mayGreet.countDown();
            assertThat(Certificates.told(address(server))).isEqualTo("；对方证书到期日 " + end(keys));
        }
    }

    /** One that is not trusted ends the probe at its own handshake; just then the date is what is to be told. */
    @Test
    void theDateIsWaitedForWhenTheProbeHasLongEnded() throws Exception {
        KeyStore keys = made();
        try (SSLServerSocket server = serving(keys);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:probe-province").process(exchange -> {
                        exchange.getMessage().setBody(ProbeVerdicts.Verdict.no("TLS 没有谈成"));
                        mayGreet.countDown();
                    });
                }
            });
            camel.start();
            MockEnvironment settings = new MockEnvironment().withProperty("partner.province.base", address(server));
            assertThat(new RouteProbes(camel.createProducerTemplate(), settings).ask("province"))
                    .satisfies(probe -> assertThat(probe.through()).isFalse())
                    .extracting(Probe::sentence)
                    .isEqualTo("TLS 没有谈成；对方证书到期日 " + end(keys));
        }
    }

    private SSLServerSocket serving(KeyStore keys) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        SSLServerSocket server =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        Thread partner = new Thread(() -> greet(server));
        partner.setDaemon(true);
        partner.start();
        return server;
    }

    private static String address(SSLServerSocket server) {
        return "https://127.0.0.1:" + server.getLocalPort() + "/province";
    }

    private static String end(KeyStore keys) throws KeyStoreException {
        return ((X509Certificate) keys.getCertificate("partner"))
                .getNotAfter()
                .toInstant()
                .atZone(Beijing.ZONE)
                .toLocalDate()
                .toString();
    }

    @Test
    void whoShowsNoneIsPassedOver() {
        assertThat(Certificates.told("http://127.0.0.1:1")).isEmpty();
        assertThat(Certificates.told("")).isEmpty();
        assertThat(Certificates.told("https://127.0.0.1:1")).isEmpty();
        assertThat(Certificates.told("https://")).isEmpty();
    }

    private void greet(SSLServerSocket server) {
        try (SSLSocket caller = (SSLSocket) server.accept()) {
            mayGreet.await();
            caller.startHandshake();
            caller.getInputStream().read();
        } catch (java.io.IOException | InterruptedException e) {
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
