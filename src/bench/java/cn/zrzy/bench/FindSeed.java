package cn.zrzy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Thirty thousand firms, and whom each seeded message is about: keys, visits and findings as the hub would have entered them. */
final class FindSeed {

    static final int FIRMS = 30_000;

    private static final String CODE = "'91411002MA' || lpad((%1$s)::text, 7, '0') || 'X'";
    private static final String NAME = "'许昌第' || (%1$s) || '测绘有限公司'";

    private final Connection connection;

    FindSeed(Connection connection) {
        this.connection = connection;
    }

    void firms() throws SQLException {
        update("""
                insert into registry.subject_version (key, version, feed, code, kind, name, holder_name, holder_code, region, tags,
                    credit, status, obstacle, valid_to, details, digest, retired, run_id, since)
                select 'SURVEY_UNIT/' || c, 1, 'seed', c, 'SURVEY_UNIT', n, n, c, '411002', '{}', 'A', '有效', '', null, '{}', 'x',
                       false, 'seed', now() from (select %s as c, %s as n from generate_series(1, %d) i) f
                """.formatted(CODE.formatted("i"), NAME.formatted("i"), FIRMS));
    }

    /** Four messages are about one visit, as a result goes to several partners. */
    void about(int messages) throws SQLException {
        String firm = "(d.no / 4) %% %d".formatted(FIRMS);
        timed("visits", """
                insert into inspection.task (task_no, draw_no, scheme_no, plan_no, rank, object_id, object_name, item_codes,
                    inspectors, window_from, window_to, state)
                select d.subject, d.order_key || '-D', d.order_key, d.order_key, d.no, %s, %s, '["NRP-01"]',
                       '[{"name": "赵小明", "certNo": "16110000001", "leader": true}]', current_date, current_date, 'REPORTED'
                from delivery.dispatch d where d.no %% 4 = 0
                """.formatted(CODE.formatted(firm), NAME.formatted(firm)));
        timed("findings", """
                insert into inspection.finding (finding_no, version, task_no, scheme_no, object_id, codes, document)
                select t.task_no || '-F1', 1, t.task_no, t.scheme_no, t.object_id, '{R01}', jsonb_build_object('objectName',
                       t.object_name, 'itemCode', 'NRP-01', 'drawNo', t.draw_no) from inspection.task t
                """);
        timed("keys of messages", """
                insert into delivery.dispatch_key (key, dispatch)
                select k, d.no from delivery.dispatch d cross join lateral (
                    values (%s), (%s), (d.subject), (d.order_key)) v (k) on conflict do nothing
                """.formatted(CODE.formatted(firm), NAME.formatted(firm)));
        timed("known keys", """
                insert into delivery.known_key (key, said)
                select upper(normalize(said, nfkc)), said from (
                    select key as said from delivery.dispatch_key group by key
                    union all select fact_key from delivery.dispatch group by fact_key) k
                """);
        timed("names", """
                insert into delivery.fact_about (fact_key, code, name, draw_no)
                select d.fact_key, %s, %s, d.order_key || '-D' from delivery.dispatch d on conflict do nothing
                """.formatted(CODE.formatted(firm), NAME.formatted(firm)));
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "vacuum (analyze) delivery.dispatch, delivery.dispatch_key, delivery.known_key,"
                            + " delivery.fact_about, delivery.receipt, inspection.task, inspection.finding, registry.subject_version");
        }
    }

    private void timed(String what, String sql) throws SQLException {
        long start = System.nanoTime();
        int rows = update(sql);
        System.out.printf("  %-18s %,10d rows %6.1f s%n", what, rows, (System.nanoTime() - start) / 1e9);
    }

    private int update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }
}
