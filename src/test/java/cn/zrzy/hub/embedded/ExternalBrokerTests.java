package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** An external Artemis by docker/artemis/broker.xml gives everybody the same rights and fates as the hub's own. */
class ExternalBrokerTests {

    private static final List<String> AGENCIES =
            List.of("hr", "landuse", "province", "portal", "enforcement", "judiciary", "credit");

    private static Configuration own;
    private static Configuration external;

    @BeforeAll
    static void readBoth() throws Exception {
        MockEnvironment settings =
                new MockEnvironment().withProperty("hub.data", "target").withProperty("secret.broker-hub", "x");
        AGENCIES.forEach(agency -> settings.setProperty("secret.broker-" + agency, "x"));
        own = new EmbeddedBroker().broker(settings(), settings).getConfiguration();
        try (InputStream file = Files.newInputStream(Path.of("docker/artemis/broker.xml"))) {
            external = new FileConfigurationParser().parseMainConfig(file);
        }
    }

    @Test
    void deadLettersExpiryAndRedeliveryAreTheSame() {
        assertThat(external.getAddressSettings().get("#"))
                .isEqualTo(own.getAddressSettings().get("#"));
        assertThat(external.getAddressSettings().get("agency.*.outbox"))
                .isEqualTo(own.getAddressSettings().get("agency.*.outbox"));
        assertThat(external.getAddressSettings()).hasSameSizeAs(own.getAddressSettings());
    }

    @Test
    void everyAgencyHasTheSameRights() {
        assertThat(rights(external)).isEqualTo(rights(own));
    }

    @Test
    void everyAgencyHasItsTwoAddresses() {
        assertThat(queues(external)).containsExactlyInAnyOrderElementsOf(queues(own));
    }

    @Test
    void whatKeepsMessagesSafeIsTheSame() {
        assertThat(external.isPersistDeliveryCountBeforeDelivery())
                .isEqualTo(own.isPersistDeliveryCountBeforeDelivery());
        assertThat(external.isPersistenceEnabled()).isEqualTo(own.isPersistenceEnabled());
        assertThat(external.isSecurityEnabled()).isEqualTo(own.isSecurityEnabled());
        assertThat(external.getJournalType()).isEqualTo(own.getJournalType());
        assertThat(external.getMinDiskFree()).isEqualTo(own.getMinDiskFree()).isPositive();
    }

    private static BrokerSettings settings() {
        return new BrokerSettings(
                "",
                URI.create("tcp://127.0.0.1:0"),
                new BrokerSettings.Tls(false, "", List.of()),
                AGENCIES,
                DataSize.ofMegabytes(1),
                64,
                DataSize.ofGigabytes(1));
    }

    /** Address → who may do what; a role that may do nothing says nothing. */
    private static Map<String, Set<String>> rights(Configuration configuration) {
        Map<String, Set<String>> rights = new TreeMap<>();
        configuration
                .getSecurityRoles()
                .forEach((address, roles) ->
                        rights.put(address, roles.stream().map(Role::toString).collect(Collectors.toSet())));
        return rights;
    }

    private static List<String> queues(Configuration configuration) {
        return configuration.getAddressConfigurations().stream()
                .flatMap(address -> address.getQueueConfigs().stream())
                .map(queue -> queue.getAddress() + " " + queue.getName() + " " + queue.getRoutingType())
                .sorted()
                .toList();
    }
}
