package cn.zrzy.hub.duty.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where each job stands, whatever happened since and however long ago it last went well. */
class LatestRunsTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcLatestRuns latest = new JdbcLatestRuns(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLedgerWithoutNightsHasNone() {
        assertThat(latest.newest()).isEmpty();
        assertThat(latest.good()).isEmpty();
    }

    @Test
    void eachJobOnceNewestFirstFound() {
        run("draw-run", "2026-03-20", "DONE");
        run("draw-run", "2026-11-20", "FAILED");
        run("draw-run", "2026-11-21", "RUNNING");
        run("sync-units-from-landuse", "2026-11-20", "PARTIAL");
        run("sync-units-from-landuse", "2026-11-21", "HELD");
        run("draw-freeze", "2026-11-21", "MISSED");
        assertThat(latest.newest())
                .extracting(DutyRun::runId)
                .containsExactlyInAnyOrder(
                        "2026-11-21-draw-run", "2026-11-21-sync-units-from-landuse", "2026-11-21-draw-freeze");
        assertThat(latest.good())
                .extracting(DutyRun::runId)
                .containsExactlyInAnyOrder("2026-03-20-draw-run", "2026-11-20-sync-units-from-landuse");
    }

    private void run(String job, String date, String state) {
        database.jdbc()
                .sql("""
                        insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at,
                                              started_at, ended_at, lease_until, trace_id)
                        values (:id, :job, :date, 1, 'clock', :state, now(), now(), now(), now(), now(), 'x')
                        """)
                .param("id", date + "-" + job)
                .param("job", job)
                .param("date", LocalDate.parse(date))
                .param("state", state)
                .update();
    }
}
