package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A view in which nothing may ever stand is read by the running hub, and what stands in it is on the desk (screens B1, I8). */
class UnbalancedBooksTests {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final HubSql sql = new HubSql(BlackBoxHub.running().process());
    private final WebClient desk = ConsolePeople.ofTheBlackBox().letIn("watch" + System.nanoTime() % 1_000_000, "LEAD");

    @Test
    void aRunWhoseRowsWentNowhereIsNamedOnTheDesk() {
        String run = "20260105-sync-parcels-from-landuse";
        sql.update("""
                insert into registry.sync_run (run_id, feed, business_date, state, received, unchanged, opened_at, finished_at)
                values (?, 'landuse.parcels', date '2026-01-05', 'REFUSED', 3000, 2899, now(), now())
                """, run);
        try {
            isOnTheDesk("registry.i1_conservation", run);
        } finally {
            sql.update("delete from registry.sync_run where run_id = ?", run);
        }
    }

    @Test
    void aRunThatNothingWillEverMoveIsNamedOnTheDesk() {
        String run = "20260105-sync-units-from-landuse";
        sql.update("""
                insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id)
                values (?, 'sync-units-from-landuse', date '2026-01-05', 3, 'clock', 'RUNNING', now(), now(), '')
                """, run);
        try {
            isOnTheDesk("duty.i7_dead_end", run);
        } finally {
            sql.update("delete from duty.run where run_id = ?", run);
        }
    }

    private void isOnTheDesk(String view, String run) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(desk.get("/ops").body()).as(view).contains(run));
    }
}
