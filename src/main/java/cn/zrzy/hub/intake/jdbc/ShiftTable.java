package cn.zrzy.hub.intake.jdbc;

import cn.zrzy.hub.kernel.Shift;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code intake.run}: the latest shift of each run (当班), whose row every write takes first. */
@Repository
class ShiftTable {

    /** No worker pauses that long between two statements, unless its process is stopped. */
    private static final String LONGEST_NAP = "10s";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShiftTable(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Writes for this shift, in one transaction that other workers of the run wait for.
     *
     * @throws cn.zrzy.hub.kernel.ShiftLost when a later shift has been here; nothing is written then
     */
    void write(Shift shift, Runnable change) {
        transaction.executeWithoutResult(tx -> {
            hold(shift);
            change.run();
        });
    }

    /** Likewise for what belongs to a whole feed, which two nights may be reading at once. */
    void write(Shift shift, String feed, Runnable change) {
        write(shift, () -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 20261127))")
                    .param("intake:" + feed)
                    .query((row, i) -> 1)
                    .single();
            change.run();
        });
    }

    /** Whoever falls asleep in the middle of this transaction loses it, so that his successor need not wait until he wakes. */
    private void hold(Shift shift) {
        jdbc.sql("select set_config('idle_in_transaction_session_timeout', ?, true)")
                .param(LONGEST_NAP)
                .query(String.class)
                .single();
        int taken = jdbc.sql("""
                        insert into intake.run as r (run_id, fence) values (?, ?)
                        on conflict (run_id) do update set fence = excluded.fence where r.fence <= excluded.fence""").params(shift.runId(), shift.fence()).update();
        if (taken == 0) {
            throw shift.lost();
        }
    }
}
