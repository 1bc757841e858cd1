package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.registry.Inspectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** sync-inspectors-from-hr against the sandbox's SFTP server, host key checked. */
class SyncInspectorsFromHrRouteTests {

    private static final String ROUTE = "sync-inspectors-from-hr";
    private static SyncHarness hub;

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("hr", "1.0");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void calm() {
        hub.mood("calm");
        hub.told().clear();
        assertThat(hub.conservationFaults()).as("I1 守恒").isZero();
    }

    @Test
    void goesThrough() {
        Outcome outcome = hub.run(ROUTE, "hr-1", SyncHarness.NIGHT);

        assertThat(hub.told()).isEmpty();
        assertThat(outcome).isNotNull();
        assertThat(outcome.state()).as(outcome.message()).isIn(Outcome.State.DONE, Outcome.State.PARTIAL);
        assertThat(hub.bean(Inspectors.class).count())
                .as(outcome.message() + hub.bean(Quarantine.class).reasons())
                .isGreaterThan(300);
        assertThat(hub.bean(Inspectors.class).certified(SyncHarness.NIGHT)).isNotEmpty();
        assertThat(hub.jdbc().sql("""
                                select count(*) from registry.inspector_version v
                                where (to_jsonb(v) - 'id_digest' - 'digest')::text ~ '[0-9]{17}[0-9X]'""").query(Long.class).single())
                .as("no identity number in the registry")
                .isZero();

        Outcome next = hub.run(ROUTE, "hr-2", SyncHarness.NIGHT.plusDays(1));
        assertThat(next.message()).contains("新增");
        assertThat(hub.told()).isEmpty();
    }

    @Test
    void isRejected() {
        hub.control("POST", "/sim/hr/publish?date=2026-12-25&rows=0", "");
        hub.run(ROUTE, "hr-none", java.time.LocalDate.of(2026, 12, 25));

        assertThat(hub.told()).hasSize(1);
        assertThat(hub.told().get(0)).startsWith("fail hr-none E-FEED-EMPTY");
    }

    @Test
    void theFirstHalfUnderTheFinalMarkerIsReadAgainUntilItIsWhole() {
        java.time.LocalDate christmasEve = java.time.LocalDate.of(2026, 12, 24);
        hub.control("POST", "/sim/hr/publish?date=2026-12-24&rows=half", "");
        assertThat(hub.run(ROUTE, new cn.zrzy.hub.kernel.Shift("hr-early-marker", 1), christmasEve))
                .isNull();
        assertThat(hub.told())
                .singleElement()
                .asString()
                .startsWith("postpone hr-early-marker")
                .contains("SM3 不一致");

        hub.control("POST", "/sim/hr/publish?date=2026-12-24", "");
        Outcome outcome = hub.run(ROUTE, new cn.zrzy.hub.kernel.Shift("hr-early-marker", 2), christmasEve);
        assertThat(outcome).isNotNull();
        assertThat(outcome.message()).contains("收到 ");
        assertThat(hub.told()).hasSize(1);
    }

    @Test
    void nobodyOfTheCityIsLeftOutOfADrawWithoutAReason() {
        hub.run(ROUTE, "hr-reasons", SyncHarness.NIGHT);
        var judged = hub.bean(Inspectors.class).judged(SyncHarness.NIGHT);
        assertThat(judged).hasSizeGreaterThan(300);
        assertThat(judged)
                .filteredOn(verdict -> verdict.fit())
                .as("each meets a county's subjects")
                .allMatch(verdict -> verdict.person().regions().stream()
                        .anyMatch(region -> java.util.stream.Stream.of(
                                        "411002", "411003", "411024", "411025", "411081", "411082")
                                .anyMatch(county -> county.startsWith(region))));
        assertThat(judged)
                .filteredOn(verdict -> !verdict.fit())
                .allSatisfy(verdict -> assertThat(verdict.obstacle()).isNotBlank());
        assertThat(judged).filteredOn(verdict -> verdict.fit()).hasSizeGreaterThan(300);
    }

    @Test
    void partnerDown() {
        hub.run(ROUTE, "hr-early", java.time.LocalDate.of(2026, 12, 30));
        hub.mood("down");
        hub.run(ROUTE, "hr-down", SyncHarness.NIGHT);
        hub.mood("rejecting");
        hub.run(ROUTE, "hr-denied", SyncHarness.NIGHT);

        assertThat(hub.told()).hasSize(3);
        assertThat(hub.told().get(0)).startsWith("postpone hr-early").contains(".ok 标记");
        assertThat(hub.told().get(1)).startsWith("postpone hr-down").doesNotContain(".ok");
        assertThat(hub.told().get(2)).startsWith("postpone hr-denied").contains("无权读取");
    }
}
