package cn.zrzy.hub.console;

import static org.mockito.Mockito.mock;

import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.fixtures.FreshDatabase;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import cn.zrzy.hub.kernel.probe.Probe;
import cn.zrzy.hub.kernel.probe.Probes;
import cn.zrzy.hub.plumbing.RouteOverview;
import cn.zrzy.hub.plumbing.RouteView;
import cn.zrzy.hub.registry.DrawDemands;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The console over the real books of delivery, duty, registry and intake: no route, no broker, draws canned. */
// No stereotype: the scan of a whole hub, started from the test class path, must not find it.
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, JmsAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "cn.zrzy.hub.console",
            "cn.zrzy.hub.act",
            "cn.zrzy.hub.alert",
            "cn.zrzy.hub.audit",
            "cn.zrzy.hub.delivery",
            "cn.zrzy.hub.duty",
            "cn.zrzy.hub.registry",
            "cn.zrzy.hub.intake"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|Harness|Canned|Fixture).*"))
@Import({FreshDatabase.class, CannedDraws.class, LedgerHarness.Draws.class})
class LedgerHarness {

    /** What draws want of a person, by the real rules over canned scenes. */
    @Configuration
    @ComponentScan(
            basePackages = "cn.zrzy.hub.ceremony.hall",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "cn\\.zrzy\\.hub\\.ceremony\\.hall\\.DrawConcerns"))
    static class Draws {}

    /** Rooms without a database of their own: embedded servers, disk, broker. Their own tests hold what they say when. */
    static class Rooms implements Concerns {

        final List<Concern> told = new ArrayList<>();

        @Override
        public List<Concern> open() {
            return List.copyOf(told);
        }
    }

    static class Live implements RouteOverview {

        final List<RouteView> views = new ArrayList<>();

        @Override
        public List<RouteView> routes() {
            return List.copyOf(views);
        }
    }

    @Bean
    Rooms rooms() {
        return new Rooms();
    }

    @Bean
    Live live() {
        return new Live();
    }

    @Bean
    Probes probes() {
        return new Probes() {
            @Override
            public List<String> systems() {
                return List.of("credit", "enforcement", "hr", "judiciary", "landuse", "portal", "province", "tsa");
            }

            @Override
            public Probe ask(String system) {
                return new Probe(false, "连接被拒绝", 12);
            }
        };
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    DrawLedger drawLedger() {
        return mock(DrawLedger.class);
    }

    @Bean
    DrawDemands drawDemands() {
        return person -> "";
    }

    @Bean
    PlatformChecks platformChecks() {
        return mock(PlatformChecks.class);
    }
}
