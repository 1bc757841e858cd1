package cn.zrzy.bench;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Visits to report on, under a plan that the agencies have received by the ordinary way; and what became of the reports. */
final class VisitSeed implements AutoCloseable {

    private static final List<String> TEAM = List.of("豫K-0001", "豫K-0002");

    private final HubClient office;
    private final Connection database;

    VisitSeed(BlackBoxHub hub) throws SQLException, IOException {
        office = hub.api("周敏");
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + hub.process().postgresPort() + "/postgres",
                "hub",
                hub.process().secret("postgres-password"));
    }

    /** A night that draws 3,000 visits would need a city of its own, so the visits alone are written by hand. */
    Visits visits(int count) throws Exception {
        String plan = plan();
        update("""
                insert into inspection.task (task_no, draw_no, scheme_no, plan_no, rank, object_id, object_name, item_codes,
                    inspectors, window_from, window_to, state)
                select ? || '-S01-T' || lpad(n::text, 5, '0'), ? || '-S01', ? || '-S01', ?, n, 'CH:' || n, '许昌第' || n || '测绘队',
                       '["NRP-01"]', jsonb_build_array(
                           jsonb_build_object('name', '张三丰', 'certNo', cast(? as text), 'leader', true),
                           jsonb_build_object('name', '李四光', 'certNo', cast(? as text), 'leader', false)),
                       current_date - 1, current_date + 1, 'OPEN'
                from generate_series(1, ?) n
                """, plan, plan, plan, plan, TEAM.get(0), TEAM.get(1), count);
        subjects(count);
        List<String> tasks = IntStream.rangeClosed(1, count)
                .mapToObj(n -> "%s-S01-T%05d".formatted(plan, n))
                .toList();
        return new Visits(plan, tasks, TEAM);
    }

    /** A finding is only taken of somebody whom the registry knows; these have no 统一社会信用代码. */
    private void subjects(int count) throws SQLException {
        update("""
                insert into registry.subject_version (key, version, feed, code, kind, name, holder_name, holder_code, region, tags,
                    credit, status, obstacle, details, digest, retired, run_id, since)
                select 'CH:' || n, 1, 'bench', 'CH:' || n, 'SURVEY_UNIT', '许昌第' || n || '测绘队', '许昌第' || n || '测绘队', '', '411002',
                       '{}', '', '', '', '{}', '', false, 'bench', now() - interval '1 year'
                from generate_series(1, ?) n on conflict do nothing
                """, count);
    }

    private String plan() throws Exception {
        HubClient.Reply reply =
                office.post("/api/plans", """
                {"year": %d, "name": "年度双随机抽查工作计划", "items": [{"itemCode": "NRP-01", "ratioBp": 1000}]}""".formatted(LocalDate.now().getYear()));
        String plan = reply.body().path("planNo").asText();
        HubClient.Reply approved =
                office.as("何建国").post("/api/plans/" + plan + "/approve", "{\"document\": \"许资规批〔2026〕9号\"}");
        if (approved.status() != 200) {
            throw new IllegalStateException(reply.body() + " " + approved.body());
        }
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (receipts("order_key = ? and route not like ?", plan, "none").confirmed() < 2) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("plan " + plan + " did not reach province and portal");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return plan;
    }

    Receipts receipts(Visits visits, String away) throws SQLException {
        return receipts(
                "order_key = ? and event = 'inspection.finding-recorded' and partner <> ?", visits.planNo(), away);
    }

    /** @return false when it took longer */
    boolean awaitReceipts(Visits visits, String away, Duration atMost) throws Exception {
        long giveUp = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < giveUp) {
            Receipts now = receipts(visits, away);
            if (now.confirmed() == now.owed()) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    private Receipts receipts(String which, String... parameters) throws SQLException {
        try (PreparedStatement question = database.prepareStatement("""
                select count(*), count(confirmed_at), coalesce(extract(epoch from max(confirmed_at) - min(owed_at)), 0),
                       coalesce(percentile_cont(0.5) within group (order by extract(epoch from confirmed_at - owed_at)), 0),
                       coalesce(percentile_cont(0.95) within group (order by extract(epoch from confirmed_at - owed_at)), 0)
                from delivery.dispatch where\s""" + which)) {
            for (int i = 0; i < parameters.length; i++) {
                question.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return new Receipts(
                        row.getLong(1), row.getLong(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
            }
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
