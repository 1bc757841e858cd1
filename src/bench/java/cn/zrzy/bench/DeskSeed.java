package cn.zrzy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Two years of a busy bureau, written straight into a hub's database: sound by every invariant, some of it still open. */
final class DeskSeed {

    private static final int PART = 50_000;

    private final Connection connection;

    DeskSeed(Connection connection) {
        this.connection = connection;
    }

    /** @param messages four in five hundred are parked, in doubt, or waiting; the rest is confirmed */
    void messages(int messages) throws SQLException {
        String placed = has("delivery", "dispatch", "placed") ? ", placed" : "";
        for (int from = 1; from <= messages; from += PART) {
            int to = Math.min(messages, from + PART - 1);
            update(
                    """
                    insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                        idempotency_key, state, unsure, attempts, next_at, trace_id, owed_at, sent_at, confirmed_at, parked_at,
                        cause_code, cause, owner%1$s)
                    select r.route, r.partner, r.stage, true, 'inspection.finding-recorded', k.subject || '@1', k.subject, k.plan,
                           '检查结果 ' || k.subject || ' 第1版已录入', r.route || ':' || k.subject || '@1', s.state,
                           s.state = 'DOUBTED', 1,
                           case when s.state in ('OWED', 'DOUBTED') then now() + interval '10 minutes' end,
                           md5(n::text), k.at, null, case when s.state = 'CONFIRMED' then k.at + interval '2 seconds' end,
                           case when s.state = 'PARKED' then k.at end,
                           case when s.state = 'CONFIRMED' then '' else 'E-10' || n %% 5 end,
                           case when s.state = 'CONFIRMED' then '' else '对方退回：缺少字段' end, '监管科'%2$s
                    from generate_series(?, ?) n
                    cross join lateral (select case n %% 4 when 0 then 'publish-results-to-province'
                            when 1 then 'publish-results-to-portal' when 2 then 'refer-case-to-enforcement'
                            else 'refer-record-to-credit' end as route,
                        case n %% 4 when 0 then 'province' when 1 then 'portal' when 2 then 'enforcement' else 'credit' end
                            as partner, case n %% 4 when 0 then 4 when 1 then 5 else 1 end as stage) r
                    cross join lateral (select 'XC-2025-P' || lpad((n / 25000)::text, 3, '0') as plan,
                        'XC-2025-P' || lpad((n / 25000)::text, 3, '0') || '-T' || n as subject,
                        now() - ? * interval '1 second' + n * interval '60 seconds' as at) k
                    cross join lateral (select case n %% 500 when 0 then 'PARKED' when 1 then 'PARKED' when 2 then 'DOUBTED'
                        when 3 then 'OWED' else 'CONFIRMED' end as state) s
                    """.formatted(placed, placed.isEmpty() ? "" : ", s.state = 'CONFIRMED'"),
                    from,
                    to,
                    60L * messages + 600);
            details(from, to);
            System.out.printf("\r  seeded %,d messages", to);
        }
        System.out.println();
    }

    private void details(int from, int to) throws SQLException {
        String range = "from delivery.dispatch d where d.no between (select max(no) from delivery.dispatch) - ? + 1"
                + " and (select max(no) from delivery.dispatch)";
        int rows = to - from + 1;
        update("""
                insert into delivery.attempt (dispatch, kind, attempt_no, lease_no, started_at, ended_at, outcome, http_status,
                    request_digest, response)
                select d.no, 'SEND', 1, 1, d.owed_at + interval '1 second', d.owed_at + interval '2 seconds',
                       case d.state when 'CONFIRMED' then 'CONFIRMED' when 'PARKED' then 'REJECTED' else 'LATER' end, 200,
                       lpad(d.no::text, 64, '0'), '{"code":"0","message":"成功"}'
                """ + range, rows);
        update(
                "insert into delivery.body (dispatch, digest, bytes) select d.no, lpad(d.no::text, 64, '0'),"
                        + " convert_to('{\"subject\":\"' || d.subject || '\"}', 'UTF8') " + range,
                rows);
        update(
                "insert into delivery.receipt (dispatch, idempotency_key, receipt_no, digest, received_at, verdict, note, raw)"
                        + " select d.no, d.idempotency_key, 'HN' || d.no, lpad(d.no::text, 64, '0'), d.confirmed_at, '受理', '', '{}' "
                        + range + " and d.state = 'CONFIRMED'",
                rows);
    }

    /** Night runs that changed nothing, and their lines on the duty desk. */
    void runs(int runs) throws SQLException {
        update("""
                insert into registry.sync_run (run_id, feed, business_date, state, received, unchanged, live, closed, opened_at,
                    finished_at)
                select 'seed-' || n, 'landuse.' || n % 4, date '2000-01-01' + n / 4, 'APPLIED', 30000, 30000, 30000, true,
                       timestamptz '2000-01-01' + n * interval '6 hours', timestamptz '2000-01-01' + n * interval '6 hours'
                from generate_series(1, ?) n
                """, runs);
        update("""
                insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, started_at, ended_at,
                    trace_id, message)
                select 'seed-' || n, 'seed-job-' || n % 12, date '2000-01-01' + n / 12, n % 12, 'clock', 'DONE', t.at, t.at, t.at,
                       t.at + interval '1 minute', md5(n::text), '不变 30000'
                from generate_series(1, ?) n
                cross join lateral (select timestamptz '2000-01-01' + n * interval '2 hours' as at) t
                """, runs);
    }

    void analyze() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) delivery.dispatch, delivery.attempt, delivery.receipt, delivery.body");
        }
    }

    /** How many changes the running hub has still to check; 0 where it knows no such thing. */
    long unchecked() throws SQLException {
        return has("delivery", "unchecked", "dispatch") ? number("select count(*) from delivery.unchecked") : 0;
    }

    long unplaced() throws SQLException {
        return has("delivery", "dispatch", "placed")
                ? number("select count(*) from delivery.dispatch where not placed")
                : 0;
    }

    String anyKey() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select subject from delivery.dispatch order by no limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private boolean has(String schema, String table, String column) throws SQLException {
        return number("select count(*) from information_schema.columns where table_schema = '" + schema
                        + "' and table_name = '" + table + "' and column_name = '" + column + "'")
                > 0;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
