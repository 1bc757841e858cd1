package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.plan.jdbc.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawResults implements DrawResults {

    /** With the picks after the last correction. */
    private static final String CURRENT = """
            select r.*, coalesce((select c.picks from plan.draw_correction c
                                  where c.draw_no = r.draw_no and c.no is not null order by c.no desc limit 1),
                                 r.picks) as standing
            from plan.draw_result r
            """;

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcDrawResults(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<DrawnResult> find(String drawNo) {
        return jdbc.sql("select * from plan.draw_result where draw_no = ?")
                .params(drawNo)
                .query(this::row)
                .optional();
    }

    @Override
    public Optional<DrawnResult> current(String drawNo) {
        return jdbc.sql(CURRENT + "where r.draw_no = ?")
                .params(drawNo)
                .query(this::standing)
                .optional();
    }

    @Override
    public List<DrawnResult> ofPlan(String planNo) {
        return jdbc.sql("select * from plan.draw_result where plan_no = ? order by draw_no")
                .params(planNo)
                .query(this::row)
                .list();
    }

    @Override
    public List<DrawnResult> ofYear(int year) {
        return jdbc.sql(CURRENT + """
                        where drawn_at is not null and extract(year from drawn_at at time zone 'Asia/Shanghai') = ?
                          and (closed_until is null or opened_at is not null)
                          and not exists (select 1 from plan.abandonment a
                                          where a.draw_no = r.draw_no and a.approver is not null)
                        order by draw_no
                        """).params(year).query(this::standing).list();
    }

    @Override
    public List<String> drawNosOf(String campaign) {
        return jdbc.sql("""
                        select r.draw_no from plan.draw_result r join plan.scheme s using (scheme_no)
                        where s.terms ->> 'campaign' = ? order by r.draw_no
                        """).params(campaign).query(String.class).list();
    }

    @Override
    public void freeze(DrawnResult frozen) {
        jdbc.sql("""
                        insert into plan.draw_result
                            (draw_no, scheme_no, plan_no, pool_count, picked_count, manifest_digest, frozen_at,
                             closed_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        frozen.drawNo(),
                        frozen.schemeNo(),
                        frozen.planNo(),
                        frozen.poolCount(),
                        frozen.pickedCount(),
                        frozen.manifestDigest(),
                        frozen.frozenAt(),
                        frozen.closedUntil())
                .update();
    }

    @Override
    public void opened(String drawNo, OffsetDateTime at) {
        jdbc.sql("update plan.draw_result set opened_at = ? where draw_no = ? and opened_at is null")
                .params(at, drawNo)
                .update();
    }

    @Override
    public void finish(String drawNo, String seedDigest, OffsetDateTime drawnAt, List<DrawnResult.Pick> picks) {
        jdbc.sql("""
                        update plan.draw_result set seed = ?, drawn_at = ?, picked_count = ?, picks = ?::jsonb
                        where draw_no = ? and drawn_at is null
                        """)
                .params(seedDigest, drawnAt, picks.size(), json.write(picks), drawNo)
                .update();
    }

    private DrawnResult standing(ResultSet row, int number) throws SQLException {
        return row(row, number).withPicks(List.of(json.read(row.getString("standing"), DrawnResult.Pick[].class)));
    }

    private DrawnResult row(ResultSet row, int number) throws SQLException {
        return new DrawnResult(
                row.getString("draw_no"),
                row.getString("scheme_no"),
                row.getString("plan_no"),
                row.getInt("pool_count"),
                row.getInt("picked_count"),
                row.getString("manifest_digest"),
                row.getString("seed"),
                row.getObject("frozen_at", OffsetDateTime.class),
                row.getObject("drawn_at", OffsetDateTime.class),
                row.getObject("closed_until", OffsetDateTime.class),
                row.getObject("opened_at", OffsetDateTime.class),
                List.of(json.read(row.getString("picks"), DrawnResult.Pick[].class)));
    }
}
