package cn.zrzy.hub.duty.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.fixtures.TestDatabase;
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
        run("draw-audit", "2026-11-22", "WAITING");
        run("draw-freeze", "2026-11-22", "DONE");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1)))
                .extracting(DutyRun::job)
                .containsExactly("draw-audit", "sync-units-from-landuse", "draw-run");

        run("draw-run", "2026-11-21", "PARTIAL");
        run("sync-units-from-landuse", "2026-11-22", "FAILED");
        assertThat(runs.stopped(LocalDate.of(2026, 11, 1)))
                .extracting(DutyRun::runId)
                .containsExactlyInAnyOrder(
                        "2026-11-22-draw-audit",
                        "2026-11-22-sync-units-from-landuse",
                        "2026-11-21-sync-units-from-landuse");
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
