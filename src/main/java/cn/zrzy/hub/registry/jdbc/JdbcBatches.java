package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.batch.Batch;
import cn.zrzy.hub.registry.batch.Batches;
import cn.zrzy.hub.registry.batch.Counts;
import cn.zrzy.hub.registry.batch.Ending;
import cn.zrzy.hub.registry.batch.FeedNight;
import cn.zrzy.hub.registry.batch.Hold;
import cn.zrzy.hub.registry.batch.Staged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * {@code registry.sync_run} with {@code registry.held_change}: locked, read and updated. Read by a statement of its own: one that
 * waited for the lock sees the locked row as it is now, and whatever it joins as it was when the waiting began.
 */
@Repository
class JdbcBatches implements Batches {

    /** No worker pauses that long between two statements, unless its process is stopped. */
    private static final String LONGEST_NAP = "10s";

    private static final String SELECT = """
            select r.*, coalesce(r.base_run, '') as base, h.guard_reason, h.held_at, h.requested_by, h.request_reason,
                   h.requested_at, h.decision, h.decided_by, h.decide_reason, h.decided_at
            from registry.sync_run r left join registry.held_change h on h.run_id = r.run_id
            """;

    private static final String UPDATE = """
            update registry.sync_run
            set state = :state, message = :message, finished_at = :finishedAt, shelf = :shelf, closed = :closed,
                base_run = :base, fence = :fence, received = :received, quarantined = :quarantined,
                superseded = :superseded, added = :added, changed = :changed, retired = :retired,
                unchanged = :unchanged, live = :live, unidentified = :unidentified, absent = :absent
            where run_id = :runId
            """;

    private static final RowMapper<FeedNight> NIGHT = new SimplePropertyRowMapper<>(FeedNight.class);
    private static final RowMapper<Ending> ENDING = new SimplePropertyRowMapper<>(Ending.class);
    private static final RowMapper<Staged> STAGED = new SimplePropertyRowMapper<>(Staged.class);
    private static final RowMapper<Counts> COUNTS = new SimplePropertyRowMapper<>(Counts.class);
    private static final RowMapper<Hold> HELD = new SimplePropertyRowMapper<>(Hold.class);
    private static final RowMapper<Fence> FENCE = new SimplePropertyRowMapper<>(Fence.class);

    private final JdbcClient jdbc;
    private final HeldChangeRows held;

    JdbcBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.held = new HeldChangeRows(jdbc);
    }

    /** @param heldAt null when nothing stopped the run */
    private record Fence(long fence, Instant heldAt) {}

    @Override
    public void enter(FeedNight night, Instant now) {
        jdbc.sql("""
                        insert into registry.sync_run (run_id, feed, business_date, state, opened_at)
                        values (?, ?, ?, 'STAGING', ?) on conflict do nothing
                        """)
                .params(night.runId(), night.feed(), night.businessDate(), Timestamp.from(now))
                .update();
    }

    @Override
    public Optional<String> feed(String runId) {
        return jdbc.sql("select feed from registry.sync_run where run_id = ?")
                .param(runId)
                .query(String.class)
                .optional();
    }

    @Override
    public void lockFeed(String feed) {
        stayAwake();
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 20261123))")
                .param("registry:" + feed)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Batch> lock(String runId) {
        stayAwake();
        return jdbc.sql("select run_id from registry.sync_run where run_id = ? for update")
                .param(runId)
                .query(String.class)
                .optional()
                .map(locked -> jdbc.sql(SELECT + "where r.run_id = ?")
                        .param(locked)
                        .query(JdbcBatches::batch)
                        .single());
    }

    @Override
    public List<Batch> lockHeld(String feed) {
        List<String> held = jdbc.sql(
                        "select run_id from registry.sync_run where feed = ? and state = 'HELD' order by run_id for update")
                .param(feed)
                .query(String.class)
                .list();
        return held.stream().flatMap(runId -> lock(runId).stream()).toList();
    }

    private void stayAwake() {
        jdbc.sql("select set_config('idle_in_transaction_session_timeout', ?, true)")
                .param(LONGEST_NAP)
                .query(String.class)
                .single();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        Fence fence = FENCE.mapRow(row, number);
        return new Batch(
                NIGHT.mapRow(row, number),
                ENDING.mapRow(row, number),
                STAGED.mapRow(row, number),
                COUNTS.mapRow(row, number),
                fence.heldAt() == null ? null : HELD.mapRow(row, number),
                fence.fence());
    }

    @Override
    public void save(Batch batch) {
        Ending ending = batch.ending();
        Staged staged = batch.staged();
        jdbc.sql(UPDATE)
                .paramSource(new Columns(batch.counts())
                        .and("runId", batch.night().runId())
                        .and("state", ending.state().name())
                        .and("message", ending.message())
                        .and("finishedAt", timestamp(ending.finishedAt()))
                        .and(
                                "shelf",
                                staged.shelf() == null ? "" : staged.shelf().name())
                        .and("closed", staged.closed())
                        .and("base", staged.base())
                        .and("fence", batch.fence()))
                .update();
        batch.held().ifPresent(hold -> held.save(batch.night().runId(), hold));
    }

    static Timestamp timestamp(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    @Override
    public Optional<SyncRun> lastApplied(String feed) {
        return applied("order by finished_at desc, business_date desc limit 1", feed).stream()
                .findFirst();
    }

    @Override
    public List<SyncRun> appliedBefore(FeedNight night, int most) {
        return applied(
                "and business_date < ? order by business_date desc limit ?", night.feed(), night.businessDate(), most);
    }

    private List<SyncRun> applied(String which, Object... of) {
        return jdbc.sql("select * from registry.sync_run where feed = ? and state = 'APPLIED' " + which)
                .params(of)
                .query(SyncRun.class)
                .list();
    }

    @Override
    public List<String> leftBehind(String feed, LocalDate before) {
        return jdbc.sql("""
                        select run_id from registry.sync_run
                        where feed = ? and business_date < ? and state in ('STAGING', 'COMPARED', 'OVERTAKEN')
                        """).params(feed, before).query(String.class).list();
    }
}
