package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.HubTest;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.TestConstructor;

/** A client that is not ours (Qpid, AMQP 1.0) at the hub's broker: its own two addresses and nothing else. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BrokerRightsTests {

    private final Environment settings;
    private final JmsTemplate hub;
    private final String url;

    BrokerRightsTests(Environment settings, JmsTemplate hub) {
        this.settings = settings;
        this.hub = hub;
        this.url = "amqp://" + settings.getRequiredProperty("broker.acceptor").replaceAll("^tcp://|\\?.*$", "");
    }

    @Test
    void anAgencyReadsItsInboxAndWritesItsOutbox() throws JMSException {
        hub.convertAndSend("agency.credit.inbox", "给信用平台");
        try (Connection connection = connect("credit", settings.getRequiredProperty("secret.broker-credit"))) {
            connection.start();
            Session session = connection.createSession();
            MessageConsumer inbox = session.createConsumer(session.createQueue("agency.credit.inbox"));
            assertThat(((TextMessage) inbox.receive(10_000)).getText()).isEqualTo("给信用平台");
            session.createProducer(session.createQueue("agency.credit.outbox")).send(session.createTextMessage("回复"));
        }
        hub.setReceiveTimeout(10_000);
        assertThat(hub.receiveAndConvert("agency.credit.outbox")).isEqualTo("回复");
    }

    @Test
    void anotherAgencysAddressesAndTheHubsQueuesAreRefused() throws JMSException {
        try (Connection connection = connect("credit", settings.getRequiredProperty("secret.broker-credit"))) {
            connection.start();
            for (String queue : new String[] {"agency.enforcement.inbox", "publish-plan-to-province", "DLQ"}) {
                assertThatThrownBy(() -> consume(connection, queue))
                        .as("read " + queue)
                        .isInstanceOf(JMSException.class)
                        .hasMessageContaining("does not have permission");
                assertThatThrownBy(() -> send(connection, queue))
                        .as("write " + queue)
                        .isInstanceOf(JMSException.class)
                        .hasMessageContaining("does not have permission");
            }
            assertThatThrownBy(() -> send(connection, "agency.credit.inbox"))
                    .as("its own inbox is not for writing")
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("does not have permission");
            assertThatThrownBy(() -> consume(connection, "agency.credit.outbox"))
                    .as("its own outbox is not for reading")
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("does not have permission");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect("credit", "admin").start()).isInstanceOf(JMSSecurityException.class);
    }

    private Connection connect(String user, String password) throws JMSException {
        return new JmsConnectionFactory(user, password, url).createConnection();
    }

    private static void consume(Connection connection, String queue) throws JMSException {
        Session session = connection.createSession();
        session.createConsumer(session.createQueue(queue)).close();
    }

    private static void send(Connection connection, String queue) throws JMSException {
        Session session = connection.createSession();
        session.createProducer(session.createQueue(queue)).send(session.createTextMessage("x"));
    }
}
