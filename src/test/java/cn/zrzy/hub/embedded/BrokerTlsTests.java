package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;

/** Outside the drill an agency reaches the broker over TLS alone, by the certificate that the hub laid out (attack 1). */
class BrokerTlsTests {

    private static final String OUTBOX = "agency.enforcement.outbox";

    @TempDir
    private Path data;

    private EmbeddedActiveMQ broker;
    private int port;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(data.resolve("secrets"));
        MockEnvironment environment = new MockEnvironment()
                .withProperty("hub.data", data.toString())
                .withProperty("secret.broker-hub", "for-the-hub")
                .withProperty("secret.broker-enforcement", "for-the-brigade")
                .withProperty("secret.broker-key-store", "for-the-store");
        broker = new EmbeddedBroker()
                .broker(
                        new BrokerSettings(
                                "",
                                URI.create("tcp://127.0.0.1:" + port),
                                new BrokerSettings.Tls(true, "", List.of("localhost", "127.0.0.1")),
                                List.of("enforcement"),
                                DataSize.ofMegabytes(1),
                                8,
                                DataSize.ofMegabytes(1)),
                        environment);
        // The number of the door inside the process may be taken by a whole hub in another test of this JVM.
        ((Configuration) ReflectionTestUtils.getField(broker, "configuration"))
                .getAcceptorConfigurations()
                .removeIf(door -> "inside".equals(door.getName()));
        broker.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Test
    void whoPinsTheCertificateIsServed() throws Exception {
        assertThat(sends("amqps", trustStore("own.p12", data.resolve("broker.crt"))))
                .isTrue();
    }

    @Test
    void whoSpeaksInTheClearIsNot() {
        assertThatThrownBy(() -> sends("amqp", null)).isInstanceOf(JMSException.class);
    }

    @Test
    void anotherServersCertificateIsNotTakenForOurs() throws Exception {
        Path other = data.resolve("other");
        Files.createDirectories(other);
        BrokerKey.provide(other.resolve("x.p12"), "x-store-password", List.of("127.0.0.1"), other.resolve("x.crt"));
        Path wrong = trustStore("wrong.p12", other.resolve("x.crt"));
        assertThatThrownBy(() -> sends("amqps", wrong)).isInstanceOf(JMSException.class);
    }

    private boolean sends(String scheme, Path trusted) throws JMSException {
        String options = trusted == null
                ? ""
                : "&transport.trustStoreLocation=" + trusted
                        + "&transport.trustStorePassword=pinned&transport.storeType=PKCS12";
        JmsConnectionFactory factory = new JmsConnectionFactory(
                "enforcement",
                "for-the-brigade",
                scheme + "://127.0.0.1:" + port
                        + "?jms.connectTimeout=10000&jms.requestTimeout=10000&jms.closeTimeout=5000" + options);
        try (Connection connection = factory.createConnection()) {
            connection.start();
            Session session = connection.createSession();
            session.createProducer(session.createQueue(OUTBOX)).send(session.createTextMessage("{}"));
            return true;
        }
    }

    private Path trustStore(String name, Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "broker", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        Path file = data.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "pinned".toCharArray());
        }
        return file;
    }
}
