package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.SyncRun;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A night's route whose run was taken by another worker on the way stops there without a word to the ledger, and one whole list
 * comes of the two. That a shift may end before any step is said in {@code routes.stage}.
 */
class SyncShiftRouteTests {

    private static final String PARCELS = "sync-parcels-from-landuse";
    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static SyncHarness hub;

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("landuse", "0.02", "--source.landuse.page-size=30");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void calm() {
        hub.mood("calm");
        assertThat(hub.conservationFaults()).as("I1 守恒").isZero();
        assertThat(hub.told()).isEmpty();
    }

    @Test
    void twoWorkersOfOneRunGiveOneWholeList() throws Exception {
        hub.mood("slow", 300);
        CompletableFuture<Outcome> sleeper =
                CompletableFuture.supplyAsync(() -> hub.run(PARCELS, new Shift("taken", 1), SyncHarness.NIGHT));
        await().atMost(A_WHILE).until(() -> staged("taken") >= 150);
        Outcome taker = hub.run(PARCELS, new Shift("taken", 2), SyncHarness.NIGHT);

        assertThat(sleeper.get(60, TimeUnit.SECONDS))
                .as("the sleeper's outcome")
                .isNull();
        SyncRun run = hub.bean(RegistryBook.class).run("taken").orElseThrow();
        assertThat(run.state()).as(taker.message()).isEqualTo(SyncRun.State.APPLIED);
        assertThat(run.received()).isEqualTo(600);
        assertThat(live()).isEqualTo(run.received() - run.quarantined());
        assertThat(hub.jdbc()
                        .sql("select count(*) from intake.quarantined_row where rule = 'E-ROW-DUPLICATE'")
                        .query(Long.class)
                        .single())
                .as("good rows taken for doubles")
                .isZero();
    }

    private static long staged(String runId) {
        return hub.jdbc()
                .sql("select count(*) from registry.staged_subject where run_id = ?")
                .param(runId)
                .query(Long.class)
                .single();
    }

    private static long live() {
        return hub.jdbc()
                .sql(
                        "select count(*) from registry.subject_version where feed = 'landuse.parcels' and until is null and not retired")
                .query(Long.class)
                .single();
    }
}
