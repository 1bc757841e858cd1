package cn.zrzy.hub.duty.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stopped stays with whoever is on duty until a later night has made it good, past noon and past the next night. */
class StoppedRunsTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcRuns runs = new JdbcRuns(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStoppedRunIsToldUntilALaterNightMadeItGood() {
        run("draw-run", "2026-11-20", "FAILED");
        run("sync-units-from-landuse", "2026-11-21", "MISSED");
        run("draw-make-sheets", "2026-11-22", "WAITING");
        run("draw-freeze", "2026-11-22", "DONE");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1)))
                .extracting(DutyRun::job)
                .containsExactly("draw-make-sheets", "sync-units-from-landuse", "draw-run");

        run("draw-run", "2026-11-21", "PARTIAL");
        run("sync-units-from-landuse", "2026-11-22", "FAILED");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1)))
                .extracting(DutyRun::runId)
                .containsExactlyInAnyOrder(
                        "2026-11-22-draw-make-sheets",
                        "2026-11-22-sync-units-from-landuse",
                        "2026-11-21-sync-units-from-landuse");
    }

    @Test
    void aNightWithARefusalInItIsToldUntilALaterOneHasGoneOverItAgain() {
        run("draw-run", "2026-11-20", "PARTIAL");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1)))
                .as("rows in quarantine have a line of their own")
                .isEmpty();
        database.jdbc().sql("update duty.run set code = 'E-DRAW-STAMP-LATE'").update();
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1)))
                .extracting(DutyRun::code)
                .containsExactly("E-DRAW-STAMP-LATE");
        run("draw-run", "2026-11-21", "DONE");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1))).isEmpty();
    }

    @Test
    void aHeldRunBecomesWhatWasDecided() {
        run("sync-units-from-landuse", "2026-11-20", "HELD");
        run("sync-parcels-from-landuse", "2026-11-20", "DONE");
        runs.decided("2026-11-20-sync-units-from-landuse", Outcome.skipped("由 limin 拒绝：误报"));
        runs.decided("2026-11-20-sync-parcels-from-landuse", Outcome.skipped("不是拦截的"));
        assertThat(runs.ofDate(LocalDate.of(2026, 11, 20)))
                .extracting(DutyRun::state)
                .containsExactlyInAnyOrder(DutyRun.State.SKIPPED, DutyRun.State.DONE);
    }

    @Test
    void whatIsLongPastIsLeftAlone() {
        run("draw-run", "2026-09-20", "FAILED");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1))).isEmpty();
    }

    private void run(String job, String date, String state) {
        database.jdbc().sql("""
                        insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id)
                        values (?, ?, ?::date, 1, 'clock', ?, now(), now(), '')""").params(date + "-" + job, job, date, state).update();
    }
}
