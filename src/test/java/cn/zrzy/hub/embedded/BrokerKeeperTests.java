package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.kernel.Concern;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** The embedded broker shuts itself down, as it does after an error on its journal (break G), and is started again. */
class BrokerKeeperTests {

    private static final String URL = "vm://4713";

    @Test
    void aBrokerThatEndedIsStartedAgainWithWhatItHeldAndItsClientsGoOn(@TempDir Path data) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .addAcceptorConfiguration("inside", URL));
        broker.start();
        ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory(URL);
        artemis.setReconnectAttempts(-1);
        artemis.setCallTimeout(5_000);
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis);
        JmsTemplate hub = new JmsTemplate(pool);
        hub.setDeliveryPersistent(true);
        hub.setExplicitQosEnabled(true);
        hub.setReceiveTimeout(10_000);
        hub.convertAndSend("agency.enforcement.inbox", "lead 1");

        try (BrokerKeeper keeper = new BrokerKeeper(broker)) {
            assertThat(keeper.open()).isEmpty();
            broker.getActiveMQServer().stop();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> keeper.open().stream().map(Concern::kind).anyMatch("broker-restarted"::equals));
            // The first use of a pooled session may still fail; whoever sends or listens tries again.
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> "lead 1".equals(hub.receiveAndConvert("agency.enforcement.inbox")));
            hub.convertAndSend("agency.enforcement.inbox", "lead 2");
            assertThat(hub.receiveAndConvert("agency.enforcement.inbox")).isEqualTo("lead 2");
        } finally {
            pool.stop();
            broker.stop();
        }
    }
}
