package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/**
 * What was sent to an agency is stored by the broker before the step returns, although the message that is being worked on
 * is not committed yet, and although the component was configured like the hub's own queues (已发出即已落盘).
 */
class SentMeansStoredTests {

    private static final String BROKER = "vm://4711";

    private EmbeddedActiveMQ broker;
    private JmsPoolConnectionFactory main;
    private JmsPoolConnectionFactory agencies;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(data.toString())
                .addAcceptorConfiguration("inside", BROKER));
        broker.start();
        main = pool();
        agencies = pool();
    }

    @AfterEach
    void stop() throws Exception {
        main.stop();
        agencies.stop();
        broker.stop();
    }

    @Test
    void aMessageToAnAgencyDoesNotWaitForTheCommitOfTheOneBeingWorkedOn() throws Exception {
        JmsComponent toAgencies = new AgencyQueues(agencies);
        likeTheHubsOwnQueues(toAgencies);
        assertThat(storedWhenTheStepReturned(toAgencies)).isEqualTo(1);
    }

    @Test
    void anOrdinaryComponentSoConfiguredWouldWait() throws Exception {
        JmsComponent ordinary = JmsComponent.jmsComponent(agencies);
        likeTheHubsOwnQueues(ordinary);
        assertThat(storedWhenTheStepReturned(ordinary)).isZero();
    }

    /** What Camel's Spring Boot support does to every component of this type. */
    private void likeTheHubsOwnQueues(JmsComponent component) {
        component.setConnectionFactory(main);
        component.setTransacted(true);
        component.setLazyCreateTransactionManager(false);
    }

    private int storedWhenTheStepReturned(JmsComponent toAgencies) throws Exception {
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            JmsComponent work = new JmsComponent();
            likeTheHubsOwnQueues(work);
            camel.addComponent("jms", work);
            camel.addComponent("agencies", toAgencies);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("jms:queue:work").to("agencies:queue:inbox").process(exchange -> seen.add(stored("inbox")));
                }
            });
            camel.start();
            camel.createProducerTemplate().sendBody("jms:queue:work", "D000000001");
            return seen.poll(20, TimeUnit.SECONDS);
        }
    }

    private static int stored(String queue) throws JMSException {
        try (ActiveMQConnectionFactory plain = new ActiveMQConnectionFactory(BROKER);
                Connection connection = plain.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            return Collections.list(
                            session.createBrowser(session.createQueue(queue)).getEnumeration())
                    .size();
        }
    }

    private static JmsPoolConnectionFactory pool() {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        ConnectionFactory artemis = new ActiveMQConnectionFactory(BROKER);
        pool.setConnectionFactory(artemis);
        return pool;
    }
}
