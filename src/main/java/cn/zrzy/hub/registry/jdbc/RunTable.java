package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.SyncRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code registry.sync_run}: the runs and their states (同步批次). */
@Repository
class RunTable {

    /** No worker pauses that long between two statements, unless its process is stopped. */
    private static final String LONGEST_NAP = "10s";

    private final JdbcClient jdbc;
    private final Clock clock;

    RunTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** PostgreSQL keeps microseconds; a finer instant would compare unequal to what was stored. */
    Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    Optional<SyncRun> find(String runId) {
        return jdbc.sql("select * from registry.sync_run where run_id = ?")
                .param(runId)
                .query(RunTable::run)
                .optional();
    }

    /** The run, locked until the end of the transaction. */
    SyncRun locked(String runId) {
        return jdbc.sql("select * from registry.sync_run where run_id = ? for update")
                .param(runId)
                .query(RunTable::run)
                .optional()
                .orElseThrow(() -> unknown(runId));
    }

    /**
     * The run, locked until the end of the transaction, if this shift is the latest that the book has heard of. Two workers
     * of one run thus wait for each other here, before any other row, and the earlier one is turned away.
     *
     * @throws cn.zrzy.hub.kernel.ShiftLost when a later shift has been here
     */
    SyncRun held(Shift shift) {
        stayAwake();
        SyncRun run = locked(shift.runId());
        int taken = jdbc.sql("update registry.sync_run set fence = ? where run_id = ? and fence <= ?")
                .params(shift.fence(), shift.runId(), shift.fence())
                .update();
        if (taken == 0) {
            throw shift.lost();
        }
        return run;
    }

    /** The feed of a run never changes, so it may be asked before anything is locked. */
    String feed(String runId) {
        return find(runId).orElseThrow(() -> unknown(runId)).feed();
    }

    private static Rejected unknown(String runId) {
        return new Rejected("E-RUN-UNKNOWN", "没有编号为 " + runId + " 的同步批次");
    }

    /** Whoever falls asleep in the middle of this transaction loses it, so that his successor need not wait until he wakes. */
    private void stayAwake() {
        jdbc.sql("select set_config('idle_in_transaction_session_timeout', ?, true)")
                .param(LONGEST_NAP)
                .query(String.class)
                .single();
    }

    /** One feed changes hands one run at a time, whatever hub does it; taken before the run's row, never after it. */
    void lockFeed(String feed) {
        stayAwake();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 20261123))")
                .param("registry:" + feed)
                .query((row, i) -> 1)
                .single();
    }

    void enter(String runId, String feed, LocalDate businessDate) {
        jdbc.sql("""
                        insert into registry.sync_run (run_id, feed, business_date, state, opened_at)
                        values (?, ?, ?, 'STAGING', ?) on conflict do nothing""").params(runId, feed, businessDate, now()).update();
    }

    /** Whatever an earlier try counted is forgotten. */
    void reset(String runId) {
        jdbc.sql("""
                        update registry.sync_run set state = 'STAGING', shelf = '', received = 0, quarantined = 0, added = 0,
                               changed = 0, retired = 0, unchanged = 0, unidentified = 0, absent = 0, superseded = 0,
                               closed = false, message = '', finished_at = null
                        where run_id = ?""").param(runId).update();
    }

    void put(String runId, Shelf shelf) {
        jdbc.sql("update registry.sync_run set shelf = ? where run_id = ? and shelf = ''")
                .params(shelf.name(), runId)
                .update();
    }

    void close(String runId, long received, long quarantined, Optional<String> fault) {
        jdbc.sql("update registry.sync_run set received = ?, quarantined = ?, message = ?, closed = ? where run_id = ?")
                .params(received, quarantined, fault.orElse(""), fault.isEmpty(), runId)
                .update();
    }

    boolean closed(String runId) {
        return jdbc.sql("select closed from registry.sync_run where run_id = ?")
                .param(runId)
                .query(Boolean.class)
                .single();
    }

    void unidentified(String runId, long rows) {
        jdbc.sql("update registry.sync_run set unidentified = ? where run_id = ?")
                .params(rows, runId)
                .update();
    }

    Shelf shelf(String runId) {
        return shelfIfAny(runId).orElseThrow(() -> new Rejected("E-FEED-ALL-BAD", "来源的每一行都被隔离，没有一行可用，名录保持不变"));
    }

    /** Empty while not one row was staged. */
    Optional<Shelf> shelfIfAny(String runId) {
        return jdbc.sql("select shelf from registry.sync_run where run_id = ? and shelf <> ''")
                .param(runId)
                .query(String.class)
                .optional()
                .map(Shelf::valueOf);
    }

    /** The run that the feed's live list rests on. */
    Optional<SyncRun> lastApplied(String feed) {
        return jdbc.sql("""
                        select * from registry.sync_run where feed = ? and state = 'APPLIED'
                        order by finished_at desc, business_date desc limit 1""").param(feed).query(RunTable::run).optional();
    }

    void finish(String runId, SyncRun.State state, String message) {
        jdbc.sql("update registry.sync_run set state = ?, message = ?, finished_at = ? where run_id = ?")
                .params(state.name(), message, now(), runId)
                .update();
    }

    /** What it would have added or changed is superseded: by a refusal or by a newer run. */
    void drop(String runId, SyncRun.State state, String message) {
        jdbc.sql("update registry.sync_run set state = ?, superseded = superseded + added + changed where run_id = ?")
                .params(state.name(), runId)
                .update();
        finish(runId, state, message + "。" + locked(runId).balance().sentence());
    }

    /**
     * Closes what a stopped shift had begun (未采用): none of its rows counts, and nothing of it is compared any more. Staging
     * it anew opens it again.
     */
    void abandon(Shift shift, String message) {
        jdbc.sql("""
                        update registry.sync_run set state = 'ABANDONED', closed = false, message = ?, finished_at = ?,
                               added = 0, changed = 0, retired = 0, unchanged = 0,
                               superseded = greatest(received - quarantined, 0)
                        where run_id = ? and fence <= ? and state in ('STAGING', 'COMPARED')""").params(message, now(), shift.runId(), shift.fence()).update();
    }

    List<SyncRun> list(String feedOrNull, int offset, int limit) {
        return jdbc.sql("""
                        select * from registry.sync_run where cast(:feed as text) is null or feed = :feed
                        order by opened_at desc, run_id offset :offset limit :limit""")
                .param("feed", feedOrNull)
                .param("offset", offset)
                .param("limit", limit)
                .query(RunTable::run)
                .list();
    }

    List<String> heldOf(String feed) {
        return jdbc.sql("select run_id from registry.sync_run where feed = ? and state = 'HELD'")
                .param(feed)
                .query(String.class)
                .list();
    }

    static SyncRun run(ResultSet row, int i) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new SyncRun(
                row.getString("run_id"),
                row.getString("feed"),
                row.getDate("business_date").toLocalDate(),
                SyncRun.State.valueOf(row.getString("state")),
                row.getLong("received"),
                row.getLong("quarantined"),
                row.getLong("superseded"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("retired"),
                row.getLong("unchanged"),
                row.getLong("live"),
                row.getString("message"),
                row.getTimestamp("opened_at").toInstant(),
                finished == null ? null : instant(finished));
    }

    private static Instant instant(Timestamp time) {
        return time.toInstant();
    }
}
