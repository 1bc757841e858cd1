package cn.zrzy.hub.plan.jdbc;

import cn.zrzy.hub.plan.Plan;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlans implements Plans {

    private static final String SELECT =
            "select plan_no, version, year, name, state, author, approver, approved_at, items from plan.plan ";

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcPlans(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Plan> find(String planNo, int version) {
        return jdbc.sql(SELECT + "where plan_no = ? and version = ?")
                .params(planNo, version)
                .query(this::row)
                .optional();
    }

    @Override
    public Optional<Plan> inForce(String planNo) {
        return jdbc.sql(SELECT + "where plan_no = ? and state = 'APPROVED' order by version desc limit 1")
                .params(planNo)
                .query(this::row)
                .optional();
    }

    @Override
    public Optional<Plan> newest(String planNo) {
        return jdbc.sql(SELECT + "where plan_no = ? order by version desc limit 1")
                .params(planNo)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Plan> ofYear(int year) {
        return jdbc.sql(SELECT + "where year = ? order by plan_no, version")
                .params(year)
                .query(this::row)
                .list();
    }

    @Override
    public String nextNo(int year) {
        // The lock makes two submissions of one moment wait for each other, so that numbers have no gap.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('plan.nextNo'))")
                .query((row, n) -> 0)
                .list();
        int used = jdbc.sql("select count(distinct plan_no) from plan.plan where year = ?")
                .params(year)
                .query(Integer.class)
                .single();
        return "XC-%d-P%02d".formatted(year, used + 1);
    }

    @Override
    public void add(Plan plan, String requestNo) {
        jdbc.sql("""
                        insert into plan.plan (plan_no, version, year, name, state, author, items, request_no)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(
                        plan.planNo(),
                        plan.version(),
                        plan.year(),
                        plan.name(),
                        plan.state().name(),
                        plan.author(),
                        json.write(plan.items()),
                        requestNo)
                .update();
    }

    @Override
    public Optional<Plan> ofRequest(String requestNo) {
        return jdbc.sql(SELECT + "where request_no = ?")
                .params(requestNo)
                .query(this::row)
                .optional();
    }

    @Override
    public void approve(Plan plan) {
        jdbc.sql("""
                        update plan.plan set state = 'APPROVED', approver = ?, approved_at = ?
                        where plan_no = ? and version = ? and state = 'DRAFT'
                        """)
                .params(plan.approver(), plan.approvedAt(), plan.planNo(), plan.version())
                .update();
    }

    @Override
    public void published(String planNo, int version) {
        jdbc.sql("insert into plan.published (plan_no, version) values (?, ?) on conflict do nothing")
                .params(planNo, version)
                .update();
    }

    @Override
    public boolean isPublished(String planNo, int version) {
        return jdbc.sql("select exists (select 1 from plan.published where plan_no = ? and version = ?)")
                .params(planNo, version)
                .query(Boolean.class)
                .single();
    }

    private Plan row(ResultSet row, int number) throws SQLException {
        return new Plan(
                row.getString("plan_no"),
                row.getInt("version"),
                row.getInt("year"),
                row.getString("name"),
                Plan.State.valueOf(row.getString("state")),
                row.getString("author"),
                row.getString("approver"),
                row.getObject("approved_at", OffsetDateTime.class),
                List.of(json.read(row.getString("items"), PlanItem[].class)));
    }
}
