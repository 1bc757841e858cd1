package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The hub's own Artemis (内置消息中间件): journal on disk and synced, one user an agency with rights on its own two
 * addresses, dead-letter and expiry addresses for everything, and the delivery count written before each delivery so
 * that a message which kills its reader is counted.
 */
@org.springframework.context.annotation.Configuration
@EnableConfigurationProperties(BrokerSettings.class)
class EmbeddedBroker {

    private static final String HUB = "hub";

    @Bean
    @ConditionalOnProperty("hub.embedded.broker")
    BrokerKeeper brokerKeeper(EmbeddedActiveMQ broker) {
        return new BrokerKeeper(broker);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    @ConditionalOnProperty("hub.embedded.broker")
    EmbeddedActiveMQ broker(BrokerSettings settings, Environment environment) throws Exception {
        Path data =
                Path.of(environment.getRequiredProperty("hub.data"), "artemis").toAbsolutePath();
        Configuration configuration = new ConfigurationImpl()
                .setName("hub")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .setJournalFileSize(2 * 1024 * 1024)
                .setPersistDeliveryCountBeforeDelivery(true)
                .setMinDiskFree(settings.minDiskFree().toBytes())
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("inside", "vm://0")
                .addAcceptorConfiguration(forAgencies(settings, environment));
        configuration.registerBrokerPlugin(
                new MessageLimits(settings.messageLimit().toBytes()));
        configuration.addAddressSetting("#", everywhere());
        // A reply is in no database yet: it waits in the queue for as long as ours is away.
        configuration.addAddressSetting("agency.*.outbox", everywhere().setMaxDeliveryAttempts(-1));
        SecurityConfiguration people = new SecurityConfiguration();
        people.addUser(HUB, environment.getRequiredProperty("secret.broker-hub"));
        people.addRole(HUB, HUB);
        configuration.putSecurityRoles("#", Set.of(works(HUB)));
        for (String agency : settings.agencies()) {
            people.addUser(agency, environment.getRequiredProperty("secret.broker-" + agency));
            people.addRole(agency, agency);
            address(configuration, "agency." + agency + ".inbox", consumes(agency));
            address(configuration, "agency." + agency + ".outbox", sends(agency));
        }
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), people));
        return server;
    }

    /**
     * AMQP and nothing else: whoever reaches a CORE port of Artemis 2.55 makes queues without a password
     * (CVE-2026-49362). The hub itself is inside the process.
     */
    private static TransportConfiguration forAgencies(BrokerSettings settings, Environment environment)
            throws IOException {
        Map<String, Object> door = new HashMap<>(Map.of(
                TransportConstants.HOST_PROP_NAME, settings.acceptor().getHost(),
                TransportConstants.PORT_PROP_NAME, settings.acceptor().getPort(),
                TransportConstants.PROTOCOLS_PROP_NAME, "AMQP",
                TransportConstants.CONNECTIONS_ALLOWED, settings.connections()));
        if (settings.tls().enabled()) {
            Path data = Path.of(environment.getRequiredProperty("hub.data"));
            String given = settings.tls().keyStore();
            Path store = given.isEmpty() ? data.resolve("secrets/broker.p12") : Path.of(given);
            String password = environment.getRequiredProperty("secret.broker-key-store");
            BrokerKey.provide(store, password, settings.tls().names(), data.resolve("broker.crt"));
            door.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            door.put(
                    TransportConstants.KEYSTORE_PATH_PROP_NAME,
                    store.toAbsolutePath().toString());
            door.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
            door.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password);
            door.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
        }
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), door, "agencies");
    }

    @Bean
    BrokerAddress brokerAddress(
            BrokerSettings settings,
            Environment environment,
            org.springframework.beans.factory.ObjectProvider<EmbeddedActiveMQ> embedded) {
        boolean own = embedded.getIfAvailable() != null;
        return new BrokerAddress(
                own ? "vm://0" : settings.url(), HUB, environment.getProperty("secret.broker-hub", ""));
    }

    private static AddressSettings everywhere() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setExpiryAddress(SimpleString.of("EXPIRY"))
                .setAutoCreateDeadLetterResources(true)
                .setAutoCreateExpiryResources(true)
                .setMaxDeliveryAttempts(5)
                .setRedeliveryDelay(1_000)
                .setRedeliveryMultiplier(2)
                .setRedeliveryCollisionAvoidanceFactor(0.15)
                .setMaxRedeliveryDelay(60_000)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static void address(Configuration configuration, String name, Role agency) {
        Set<Role> roles = new HashSet<>(Set.of(agency, works(HUB)));
        configuration.putSecurityRoles(name, roles);
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(
                        QueueConfiguration.of(name).setAddress(name).setRoutingType(RoutingType.ANYCAST)));
    }

    /** Everything but the management of the broker, which no program of ours needs. */
    private static Role works(String user) {
        return new Role(user, true, true, true, true, true, true, false, true, true, true, false, false);
    }

    private static Role consumes(String agency) {
        return new Role(agency, false, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static Role sends(String agency) {
        return new Role(agency, true, false, false, false, false, false, false, false, false, false, false, false);
    }
}
