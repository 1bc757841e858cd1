package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.RecusalRates;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository("recusalRates")
class JdbcRecusalRates implements RecusalRates {

    /** A draw that was voided after its result counts too: its recusals were made. A trial draw never had teams. */
    private static final String OF_YEAR = """
            with held as (
                select r.draw_no, r.picks from plan.draw_result r
                where extract(year from r.drawn_at at time zone 'Asia/Shanghai') = :year
                  and not exists (select 1 from plan.abandonment a where a.draw_no = r.draw_no and not a.after_result)),
            corrected as (
                select c.* from plan.draw_correction c join held on held.draw_no = c.draw_no where c.no is not null),
            places as (
                select distinct v.draw_no, pick ->> 'objectId' as subject, m ->> 'certNo' as cert, m ->> 'name' as name
                from (select draw_no, picks from held union all select draw_no, picks from corrected) v,
                     jsonb_array_elements(v.picks) pick, jsonb_array_elements(pick -> 'inspectors') m),
            late as (
                select inspector_id as cert, count(*) filter (where code = 'RECUSED') as recused,
                       count(*) filter (where code = 'ABSENT') as absent,
                       array_agg(distinct approver) as approvers
                from corrected where kind = 'RECUSE' group by inspector_id),
            rates as (
                select cert, max(name) as name, count(*) as places, coalesce(max(recused), 0) as recused,
                       coalesce(max(absent), 0) as absent, max(approvers) as approvers
                from places left join late using (cert) group by cert)
            select *, (recused + absent) * 10000 / places as rate_bp from rates order by rate_bp desc, cert
            """;

    private final JdbcClient jdbc;

    JdbcRecusalRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Row> ofYear(String year) {
        Rejected.unless(year != null && year.matches("20[0-9]{2}"), "E-DRAW-YEAR", "年度写成四位数字，如 2026", "year");
        return jdbc.sql(OF_YEAR)
                .param("year", Integer.parseInt(year))
                .query((row, n) -> new Row(
                        row.getString("cert"),
                        row.getString("name"),
                        row.getInt("places"),
                        row.getInt("recused"),
                        row.getInt("absent"),
                        row.getInt("rate_bp"),
                        row.getArray("approvers") == null
                                ? List.of()
                                : List.of((String[]) row.getArray("approvers").getArray())))
                .list();
    }
}
