package cn.zrzy.hub.embedded;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
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
                .setMaxDiskUsage(settings.maxDiskUsage())
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("inside", "vm://0");
        configuration.addAcceptorConfiguration("agencies", settings.acceptor());
        if (!settings.tlsAcceptor().isEmpty()) {
            configuration.addAcceptorConfiguration("agencies-tls", settings.tlsAcceptor());
        }
        configuration.addAddressSetting("#", everywhere());
        // A reply is in no database yet: it waits in the queue for as long as ours is away.
        configuration.addAddressSetting("agency.*.outbox", everywhere().setMaxDeliveryAttempts(-1));
        SecurityConfiguration people = new SecurityConfiguration();
        people.addUser(HUB, environment.getRequiredProperty("secret.broker-hub"));
        people.addRole(HUB, HUB);
        configuration.putSecurityRoles("#", Set.of(all(HUB)));
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
        Set<Role> roles = new HashSet<>(Set.of(agency, all(HUB)));
        configuration.putSecurityRoles(name, roles);
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(
                        QueueConfiguration.of(name).setAddress(name).setRoutingType(RoutingType.ANYCAST)));
    }

    private static Role all(String user) {
        return new Role(user, true, true, true, true, true, true, true, true, true, true, true, true);
    }

    private static Role consumes(String agency) {
        return new Role(agency, false, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static Role sends(String agency) {
        return new Role(agency, true, false, false, false, false, false, false, false, false, false, false, false);
    }
}
