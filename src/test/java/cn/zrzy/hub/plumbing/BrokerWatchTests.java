package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.delivery.Carriers;
import cn.zrzy.hub.kernel.Concern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** The broker is looked at (break M): a journal that came back empty is noticed, dead letters and silence are told. */
class BrokerWatchTests {

    private static final String URL = "vm://4712";

    @TempDir
    Path data;

    private EmbeddedActiveMQ broker;
    private JmsPoolConnectionFactory pool;
    private JmsTemplate template;
    private BrokerWatch watch;
    private final AtomicReference<String> mark = new AtomicReference<>();
    private final AtomicInteger lost = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .addAcceptorConfiguration("inside", URL)
                .addAddressSetting("#", new AddressSettings().setDeadLetterAddress(SimpleString.of("DLQ"))));
        broker.start();
        watch();
    }

    private void watch() {
        pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(new ActiveMQConnectionFactory(URL));
        template = new JmsTemplate(pool);
        template.setDeliveryPersistent(true);
        template.setExplicitQosEnabled(true);
        watch = new BrokerWatch(template, new Marks(), 1);
        watch.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> mark.get() != null);
    }

    @AfterEach
    void stop() throws Exception {
        watch.stop();
        pool.stop();
        broker.stop();
    }

    @Test
    void aBrokerThatComesBackWholeHasLostNothing() throws Exception {
        String before = mark.get();
        restart(false);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> lost.get() == 0);
        assertThat(mark.get()).isEqualTo(before);
    }

    @Test
    void aBrokerThatComesBackEmptyIsNoticedOnce() throws Exception {
        String before = mark.get();
        restart(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> lost.get() == 1);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> lost.get() == 1);
        assertThat(mark.get()).isNotEqualTo(before);
    }

    @Test
    void aDeadLetterIsOnTheDesk() {
        assertThat(kinds()).isEmpty();
        template.convertAndSend("DLQ", "D000000001");
        await().atMost(Duration.ofSeconds(20)).until(() -> kinds().anyMatch("dead-letters"::equals));
    }

    private Stream<String> kinds() {
        return watch.open().stream().map(Concern::kind);
    }

    private void restart(boolean empty) throws Exception {
        watch.stop();
        pool.stop();
        broker.stop();
        if (empty) {
            for (String folder : new String[] {"journal", "bindings"}) {
                try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        broker.start();
        watch();
    }

    private final class Marks implements Carriers {

        @Override
        public Optional<String> mark(String carrier) {
            return Optional.ofNullable(mark.get());
        }

        @Override
        public void given(String carrier, String next) {
            mark.set(next);
        }

        @Override
        public int lost(String carrier) {
            lost.incrementAndGet();
            return 3;
        }

        @Override
        public Optional<Loss> recentLoss() {
            return lost.get() == 0 ? Optional.empty() : Optional.of(new Loss("broker", 3, OffsetDateTime.now()));
        }
    }
}
