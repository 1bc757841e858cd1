package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Point 8: a sync under way shows its stages with count, rate and remaining time; one that stands still is said to be stuck. */
class LiveRunTests {

    private static final String JOB = "sync-parcels-from-landuse";
    private static final LocalDate NIGHT =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(29);

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubSql sql = new HubSql(hub.process());
    private final WebClient person = ConsolePeople.ofTheBlackBox().letIn("watcher", "OPERATOR");
    private final String run = "live-" + System.nanoTime();

    @AfterEach
    void calm() {
        hub.city().mood("landuse", "calm");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> sql.rows("select 1 from duty.run where run_id = ? and state in ('DUE', 'RUNNING')", run)
                        .isEmpty());
        sql.update("delete from duty.run where run_id like 'usual-%'");
    }

    @Test
    void stagesAreShownUntilTheRunIsOverAndAStallIsSaid() {
        usually(90);
        hub.city().slow("landuse", 2_000);
        sql.update(
                "insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id)"
                        + " values (?, '" + JOB + "', ?::date, 1, 'operator', 'DUE', now(), now(), repeat('c', 32))",
                run,
                NIGHT.toString());
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions() // before the panel is there
                .until(() -> stage(page(), "STAGE").contains(" / "));
        String early = page();
        assertThat(early)
                .contains("data-testid=\"stage-rate\"", "data-testid=\"stage-left\"", "约剩", " 行/秒", " / ")
                .contains("hx-trigger=\"every 3s\"")
                .doesNotContain("data-testid=\"stalled\"");
        assertThat(stage(early, "FETCH")).contains("data-state=\"PAST\"");
        assertThat(stage(early, "STAGE")).contains("data-state=\"UNDER_WAY\"");
        assertThat(stage(early, "APPLY")).contains("data-state=\"AHEAD\"");

        hub.city().slow("landuse", 70_000);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(this::saidToBeStuckInTime);
        assertThat(page()).doesNotContain("data-testid=\"stage-left\"");
        assertThat(person.get("/ops").body()).contains("data-testid=\"concern-run-stalled\"", "疑似卡住");

        hub.city().mood("landuse", "calm");
        await().atMost(Duration.ofMinutes(3)).until(() -> !page().contains("hx-trigger=\"every 3s\""));
        assertThat(page())
                .doesNotContain("data-testid=\"stalled\"", "data-state=\"UNDER_WAY\"")
                .contains("data-testid=\"stages\"");
        assertThat(person.get("/ops").body()).doesNotContain("concern-run-stalled");
    }

    /** Ten runs of before that took so long in each stage. */
    private void usually(int seconds) {
        sql.update(
                "insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, ended_at,"
                        + " trace_id) select 'usual-' || n, '" + JOB
                        + "', date '1998-01-01' + n, 1, 'clock', 'DONE', now(), now(),"
                        + " now(), '' from generate_series(1, 10) n");
        sql.update("insert into duty.progress (run_id, stage, fence, began_at, ended_at)"
                + " select 'usual-' || n, s, 1, now(), now() + interval '" + seconds + " seconds'"
                + " from generate_series(1, 10) n, unnest(array['FETCH', 'STAGE', 'COMPARE', 'APPLY']) s");
    }

    /** A page that was asked for after half a minute without a row must say so; how slowly it came is not looked at. */
    private boolean saidToBeStuckInTime() {
        Map<String, Object> before = reading();
        boolean said = page().contains("data-testid=\"stalled\"");
        if (!said && before.get("moved_at").equals(reading().get("moved_at"))) {
            assertThat((Double) before.get("quiet"))
                    .as("seconds without a row, and the page says nothing")
                    .isLessThan(30);
        }
        return said;
    }

    private Map<String, Object> reading() {
        return sql.rows(
                        "select moved_at, extract(epoch from clock_timestamp() - moved_at)::float8 as quiet"
                                + " from duty.progress where run_id = ? and stage = 'STAGE'",
                        run)
                .get(0);
    }

    private String page() {
        return person.get("/sync/" + run).body();
    }

    private static String stage(String page, String name) {
        String part = page.substring(page.indexOf("data-testid=\"stage-" + name + "\""));
        return part.substring(0, part.indexOf("</li>"));
    }
}
