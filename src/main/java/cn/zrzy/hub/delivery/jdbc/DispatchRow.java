package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DispatchState;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the ledger's verbs need to know of a dispatch, read under its row lock. */
record DispatchRow(
        long no,
        String id,
        String route,
        String partner,
        int stage,
        boolean askable,
        String key,
        String subject,
        String orderKey,
        String idempotencyKey,
        DispatchState state,
        boolean unsure,
        int attempts,
        int asks,
        int setbacks,
        int unfinished,
        long leaseNo,
        boolean leased,
        boolean begun,
        String traceId,
        String bodyDigest) {

    static final String SELECT = """
            select d.*, d.lease_until is not null as leased,
                   coalesce((select b.digest from delivery.body b where b.dispatch = d.no), '') as body_digest
            from delivery.dispatch d
            """;

    static DispatchRow of(ResultSet row, int number) throws SQLException {
        return new DispatchRow(
                row.getLong("no"),
                row.getString("id"),
                row.getString("route"),
                row.getString("partner"),
                row.getInt("stage"),
                row.getBoolean("askable"),
                row.getString("fact_key"),
                row.getString("subject"),
                row.getString("order_key"),
                row.getString("idempotency_key"),
                DispatchState.valueOf(row.getString("state")),
                row.getBoolean("unsure"),
                row.getInt("attempts"),
                row.getInt("asks"),
                row.getInt("setbacks"),
                row.getInt("unfinished"),
                row.getLong("lease_no"),
                row.getBoolean("leased"),
                row.getBoolean("lease_begun"),
                row.getString("trace_id"),
                row.getString("body_digest"));
    }

    /** The caller holds this very lease and it has not been ended. */
    boolean heldBy(long lease) {
        return leased && leaseNo == lease;
    }

    boolean is(DispatchState wanted) {
        return state == wanted;
    }

    Debt debt(int attempt) {
        return new Debt(id, route, key, orderKey, idempotencyKey, attempt, traceId);
    }
}
