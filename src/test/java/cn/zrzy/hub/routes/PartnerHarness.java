package cn.zrzy.hub.routes;

import cn.zrzy.hub.catalog.Catalog;
import cn.zrzy.hub.ceremony.record.PlatformDraws;
import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.duty.NightSchedule;
import cn.zrzy.hub.embedded.BrokerAddress;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.WorkingDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformWebMvcConfiguration;
import org.awaitility.Awaitility;
import org.mockito.Mockito;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The routes of publish, refer, stamp, receive and ask as they stand in routes/, with the real relay, a real broker, a real
 * PostgreSQL and the six partner agencies of the sandbox in a process of their own. One for the whole test run: each test
 * works on plans of its own.
 */
final class PartnerHarness {

    private static PartnerHarness only;

    final AgencyProcess agencies;
    final Stories stories;
    private final TestDatabase database = TestDatabase.fresh();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ConfigurableApplicationContext context;

    private PartnerHarness() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "partners").toAbsolutePath();
        int port = TestDatabase.freePort();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port + "?protocols=CORE,AMQP"));
        broker.start();
        agencies = AgencyProcess.start(data, port);
        context = startHub(data, port);
        CamelContext camel = context.getBean(CamelContext.class);
        for (Route route : camel.getRoutes()) {
            camel.getRouteController().startRoute(route.getRouteId()); // as whoever looks at the pauses does
        }
        stories = new Stories(context);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** In this order: the client of a broker that has gone would wait for it for ever. */
    private void stop() {
        context.close();
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static synchronized PartnerHarness get() {
        if (only == null) {
            try {
                only = new PartnerHarness();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        only.agencies.calm();
        return only;
    }

    private ConfigurableApplicationContext startHub(Path data, int broker) {
        SpringApplication application = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(c -> {
                    c.getBeanFactory().registerSingleton("testDatabase", database);
                    c.getBeanFactory()
                            .registerSingleton(
                                    "brokerAddress", new BrokerAddress("tcp://127.0.0.1:" + broker, "hub", "hub"));
                })
                .build();
        return application.run(
                "--spring.config.location=file:config/queues.yaml,file:config/endpoints.yaml,file:config/limits.yaml,"
                        + "file:config/schedules.yaml",
                "--spring.main.banner-mode=off",
                "--hub.data=" + data,
                "--hub.secrets.dir=" + data.resolve("secrets"),
                "--hub.relay.every-millis=50",
                "--delivery.first-wait=200ms",
                "--delivery.cap=1s",
                "--partner.province.base=http://127.0.0.1:" + agencies.http("province"),
                "--partner.portal.base=http://127.0.0.1:" + agencies.http("portal"),
                "--partner.credit.base=http://127.0.0.1:" + agencies.http("credit"),
                "--partner.tsa.base=http://127.0.0.1:" + agencies.http("tsa"),
                "--partner.judiciary.port=" + agencies.sftp("judiciary"),
                "--partner.judiciary.known-hosts=" + data.resolve("sandbox/judiciary.known_hosts"),
                "--camel.component.jms.connection-factory=#connectionFactory",
                "--camel.component.jms.transacted=true",
                "--camel.component.jms.lazy-create-transaction-manager=false",
                "--camel.component.jms.cache-level-name=CACHE_CONSUMER",
                "--camel.component.jms.disable-reply-to=true",
                "--camel.component.http.response-timeout=3000",
                "--camel.component.http.so-timeout=3000",
                "--camel.main.shutdown-timeout=5",
                "--camel.main.routes-include-pattern=file:routes/template/*.camel.yaml,file:routes/publish/*.camel.yaml,"
                        + "file:routes/refer/*.camel.yaml,"
                        + "file:routes/receive/*.camel.yaml,file:routes/ask/*.camel.yaml,"
                        + "file:routes/stamp/*.camel.yaml,"
                        + "file:routes/policy/outbound.camel.yaml,file:routes/policy/receipts.camel.yaml,file:routes/policy/slips.camel.yaml,"
                        + "file:routes/policy/facts.camel.yaml");
    }

    /** Publishes a fact as the trade's rooms do: inside a transaction. */
    void happens(Fact fact) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.publishEvent(fact));
    }

    DispatchSummary dispatch(String route, String key) {
        return desk().ofKey(key).stream()
                .filter(line -> line.route().equals(route))
                .findFirst()
                .orElseThrow(() -> new AssertionError(route + " owes nothing for " + key));
    }

    DispatchSummary await(String route, String key, DispatchState state) {
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> dispatch(route, key).state() == state);
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("should be " + state + " but is " + dispatch(route, key), e);
        }
        return dispatch(route, key);
    }

    /** An agency that goes down lets go of its queue a moment later. */
    void awaitNobodyReads(String queue) {
        Awaitility.await()
                .until(() -> broker.getActiveMQServer().locateQueue(queue).getConsumerCount() == 0);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Object bean(String name) {
        return context.getBean(name);
    }

    PaperBox papers() {
        return context.getBean(PaperBox.class);
    }

    DispatchDesk desk() {
        return context.getBean(DispatchDesk.class);
    }

    DispatchActs acts() {
        return context.getBean(DispatchActs.class);
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    @TestConfiguration
    @EnableAutoConfiguration(
            exclude = {
                FlywayAutoConfiguration.class,
                SpringBootPlatformHttpAutoConfiguration.class,
                SpringBootPlatformWebMvcConfiguration.class
            })
    @ComponentScan({
        "cn.zrzy.hub.delivery",
        "cn.zrzy.hub.partner",
        "cn.zrzy.hub.plan.jdbc",
        "cn.zrzy.hub.ceremony.jdbc",
        "cn.zrzy.hub.inspection.jdbc"
    })
    @ComponentScan(
            basePackages = {"cn.zrzy.hub.plumbing", "cn.zrzy.hub.plan", "cn.zrzy.hub.inspection", "cn.zrzy.hub.duty"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.(DispatchRelay|EventRelay|BrokerConnection|LogContext|PlainMessages|Reception|SlipBox|PlainNames|Bounds|PlanBook|FourEyes|ReferralRules|Tellings|FindingClocks|DeadlineBook|JdbcDeadlineRows)"))
    @EnableConfigurationProperties(NightSchedule.class)
    static class Wiring {

        @Bean
        DataSource dataSource(TestDatabase database) {
            return database.dataSource();
        }

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        Catalog catalog() {
            return Mockito.mock(Catalog.class);
        }

        /** The platform has a part in every draw here, and draws none itself. */
        @Bean
        PlatformDraws platformDraws() {
            PlatformDraws draws = Mockito.mock(PlatformDraws.class);
            Mockito.when(draws.takesPart(Mockito.anyString())).thenReturn(true);
            Mockito.when(draws.sheet(Mockito.anyString())).thenAnswer(call -> Stories.sheet(call.getArgument(0)));
            return draws;
        }

        @Bean
        PaperBox stampPapers() {
            return new PaperBox();
        }

        @Bean
        WorkingDays workingDays() {
            return new WorkingDays(Set.of(2026), new TreeMap<>(), "test");
        }

        /** Opening the tasks of a draw is another room's test. */
        @Bean
        RouteBuilder openTasks() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:draw-open-tasks").routeId("draw-open-tasks").log("tasks opened");
                    from("direct:draw-amend-tasks").routeId("draw-amend-tasks").log("tasks amended");
                    from("direct:draw-cancel-tasks")
                            .routeId("draw-cancel-tasks")
                            .log("tasks cancelled");
                }
            };
        }
    }
}
