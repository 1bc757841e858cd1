package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.DutyDesk;
import cn.zrzy.hub.fixtures.HubProcess;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an agency's own account, or nobody's, can do to the broker (attacks 1, 2, 3 and 8, breaks F and J): nothing but send
 * text and bytes of a bounded size to its own outbox, and nothing that it sends holds up what comes after it.
 */
class ClosedBrokerTests {

    private static final String OUTBOX = "agency.enforcement.outbox";

    private final HubProcess hub = BlackBoxHub.running().process();
    private Connection agency;
    private Session session;

    @BeforeEach
    void connect() throws Exception {
        agency = connection("enforcement");
        session = agency.createSession();
    }

    @AfterEach
    void close() throws JMSException {
        agency.close();
    }

    @Test
    void nobodySpeaksCoreToItNotEvenWithThePasswordOfTheHub() throws Exception {
        try (ServerLocator locator =
                ActiveMQClient.createServerLocator("tcp://127.0.0.1:" + hub.brokerPort() + "?callTimeout=5000")) {
            locator.setInitialConnectAttempts(1);
            assertThatThrownBy(() -> locator.createSessionFactory()
                            .createSession("hub", hub.secret("broker-hub"), false, true, true, false, 0)
                            .createQueue(org.apache.activemq.artemis.api.core.QueueConfiguration.of("stolen")))
                    .isInstanceOf(ActiveMQException.class);
        }
    }

    /** The hub answers nobody on behalf of a stranger: with its own rights it would reach every queue. */
    @Test
    void replyToIsNotFollowed() throws Exception {
        try (Connection credit = connection("credit")) {
            credit.start();
            Session theirs = credit.createSession();
            MessageConsumer inbox = theirs.createConsumer(theirs.createQueue("agency.credit.inbox"));
            String marked = "reply-to " + UUID.randomUUID();
            TextMessage message = session.createTextMessage(marked);
            message.setJMSReplyTo(session.createQueue("agency.credit.inbox"));
            send(message);
            untilTaken(marked);
            assertThat(inbox.receive(1_000)).isNull();
        }
    }

    @Test
    void objectsMapsAndStreamsAreRefusedToTheirSender() throws Exception {
        refused(session.createObjectMessage(new HashSet<>()));
        refused(session.createMapMessage());
        Message stream = session.createStreamMessage();
        ((jakarta.jms.StreamMessage) stream).writeInt(1);
        refused(stream);
    }

    @Test
    void whatIsTooLargeIsRefusedToItsSenderAndHoldsNobodyUp() throws Exception {
        for (int size : new int[] {1_100_000, 3_000_000, 50_000_000}) {
            try (Connection other = connection("enforcement")) {
                Session theirs = other.createSession();
                BytesMessage large = theirs.createBytesMessage();
                large.writeBytes(new byte[size]);
                assertThatThrownBy(() -> theirs.createProducer(theirs.createQueue(OUTBOX))
                                .send(large))
                        .as(size + " bytes")
                        .isInstanceOf(JMSException.class);
            }
        }
        soundOneIsTaken();
    }

    @Test
    void nothingThatIsSentSilencesTheChannel() throws Exception {
        for (String text : new String[] {
            "", "not json", "[".repeat(20_000), "{\"idempotencyKey\":\"a\u0000b\"}", "null", "{}", "\uD800"
        }) {
            try {
                send(session.createTextMessage(text));
            } catch (JMSException e) {
                // Refused at the door is as good as put aside behind it.
            }
        }
        BytesMessage noise = session.createBytesMessage();
        noise.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3});
        send(noise);
        soundOneIsTaken();
        DutyDesk.tellsWithinAMinute(hub, "concern-strays");
    }

    /** Named for a person: what was not understood is on record with its text or its place. */
    private void soundOneIsTaken() throws Exception {
        String marked = "of nobody " + UUID.randomUUID();
        send(session.createTextMessage(marked));
        untilTaken(marked);
    }

    private void untilTaken(String text) throws Exception {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < giveUp) {
            if (strays(text) == 1) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("not taken within a minute: " + text);
    }

    private long strays(String text) throws SQLException, IOException {
        try (java.sql.Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                        "hub",
                        hub.secret("postgres-password"));
                var query = database.prepareStatement("select count(*) from delivery.stray_receipt where raw = ?")) {
            query.setString(1, text);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void refused(Message message) throws Exception {
        assertThatThrownBy(() -> send(message))
                .as(message.getClass().getSimpleName())
                .isInstanceOf(JMSException.class);
    }

    private void send(Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(OUTBOX))) {
            producer.send(message);
        }
    }

    private Connection connection(String user) throws JMSException, IOException {
        return new JmsConnectionFactory(user, hub.secret("broker-" + user), "amqp://127.0.0.1:" + hub.brokerPort())
                .createConnection();
    }
}
