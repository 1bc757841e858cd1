package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.RegistryBook.HeldChange;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.batch.BatchPages;
import cn.zrzy.hub.registry.batch.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches as people read them. */
@Repository
class JdbcBatchPages implements BatchPages {

    private static final RowMapper<SyncRun> RUN = new SimplePropertyRowMapper<>(SyncRun.class);
    private static final RowMapper<Stop> STOP = new SimplePropertyRowMapper<>(Stop.class);

    private final JdbcClient jdbc;
    private final ChangePages changes;

    JdbcBatchPages(JdbcClient jdbc, ChangePages changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    private record Stop(String guardReason, Instant heldAt, String requestedBy, String requestReason) {}

    @Override
    public Optional<SyncRun> run(String runId) {
        return jdbc.sql("select * from registry.sync_run where run_id = ?")
                .param(runId)
                .query(SyncRun.class)
                .optional();
    }

    @Override
    public List<SyncRun> runs(String feedOrNull, int offset, int limit) {
        return jdbc.sql("""
                        select * from registry.sync_run where cast(:feed as text) is null or feed = :feed
                        order by opened_at desc, run_id offset :offset limit :limit
                        """)
                .param("feed", feedOrNull)
                .param("offset", offset)
                .param("limit", limit)
                .query(SyncRun.class)
                .list();
    }

    @Override
    public List<HeldChange> held() {
        return jdbc.sql("""
                        select r.*, h.guard_reason, h.held_at, h.requested_by, h.request_reason
                        from registry.held_change h join registry.sync_run r on r.run_id = h.run_id
                        where r.state = 'HELD' order by h.held_at desc
                        """).query(JdbcBatchPages::stopped).list();
    }

    private static HeldChange stopped(ResultSet row, int number) throws SQLException {
        Stop stop = STOP.mapRow(row, number);
        return new HeldChange(
                RUN.mapRow(row, number), stop.guardReason(), stop.heldAt(), stop.requestedBy(), stop.requestReason());
    }

    @Override
    public List<RowChange> changes(String runId, RowChange.Kind changeOrNull, int offset, int limit) {
        return run(runId)
                .flatMap(run -> shelf(runId).map(shelf -> changes.page(run, shelf, changeOrNull, offset, limit)))
                .orElse(List.of());
    }

    private Optional<ShelfTables> shelf(String runId) {
        return jdbc.sql("select shelf from registry.sync_run where run_id = ? and shelf <> ''")
                .param(runId)
                .query(String.class)
                .optional()
                .map(name -> ShelfTables.of(Shelf.valueOf(name)));
    }
}
