package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.batch.Hold;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code registry.held_change}: entered when the guard stops a batch, and written on as people decide. */
class HeldChangeRows {

    private static final String HOLD = """
            insert into registry.held_change (run_id, guard_reason, held_at, requested_by, request_reason, requested_at,
                decision, decided_by, decide_reason, decided_at)
            values (:runId, :guardReason, :heldAt, :requestedBy, :requestReason, :requestedAt, :decision, :decidedBy,
                :decideReason, :decidedAt)
            on conflict (run_id) do update
            set requested_by = excluded.requested_by, request_reason = excluded.request_reason,
                requested_at = excluded.requested_at, decision = excluded.decision, decided_by = excluded.decided_by,
                decide_reason = excluded.decide_reason, decided_at = excluded.decided_at
            """;

    private final JdbcClient jdbc;

    HeldChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String runId, Hold hold) {
        jdbc.sql(HOLD)
                .paramSource(new Columns(hold)
                        .and("runId", runId)
                        .and("heldAt", JdbcBatches.timestamp(hold.heldAt()))
                        .and("requestedAt", JdbcBatches.timestamp(hold.requestedAt()))
                        .and(
                                "decision",
                                hold.decision() == null ? "" : hold.decision().name())
                        .and("decidedAt", JdbcBatches.timestamp(hold.decidedAt())))
                .update();
    }
}
