package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.plan.jdbc.JsonColumn;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCorrections implements Corrections {

    private static final String SELECT = """
            select request, draw_no, kind, subject_id, inspector_id, code, reason, evidence, asker, asked_at, approver,
                   document, approved_at, no
            from plan.draw_correction where draw_no = ?""";

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcCorrections(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public long ask(Case asked) {
        return jdbc.sql("""
                        insert into plan.draw_correction
                            (draw_no, kind, subject_id, inspector_id, code, reason, evidence, asker, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning request
                        """)
                .params(
                        asked.drawNo(),
                        asked.kind(),
                        asked.subjectId(),
                        asked.inspectorId(),
                        asked.code(),
                        asked.reason(),
                        asked.evidence(),
                        asked.asker(),
                        asked.askedAt())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Case> hold(String drawNo, long request) {
        return jdbc.sql(SELECT + " and request = ? for update")
                .params(drawNo, request)
                .query(Case.class)
                .optional();
    }

    @Override
    public void approve(Case approved, List<DrawnResult.Pick> picks) {
        jdbc.sql("""
                        update plan.draw_correction
                        set approver = ?, document = ?, approved_at = ?, no = ?, picks = ?::jsonb
                        where request = ? and approver is null
                        """)
                .params(
                        approved.approver(),
                        approved.document(),
                        approved.approvedAt(),
                        approved.no(),
                        json.write(picks),
                        approved.request())
                .update();
    }

    @Override
    public List<Case> ofDraw(String drawNo) {
        return jdbc.sql(SELECT + " order by request")
                .params(drawNo)
                .query(Case.class)
                .list();
    }

    @Override
    public Optional<List<DrawnResult.Pick>> picks(String drawNo, int no) {
        return jdbc.sql("select picks from plan.draw_correction where draw_no = ? and no = ?")
                .params(drawNo, no)
                .query((row, n) -> List.of(json.read(row.getString(1), DrawnResult.Pick[].class)))
                .optional();
    }

    @Override
    public int lastRank(String drawNo) {
        return jdbc.sql("""
                        select coalesce(max((pick ->> 'rank')::int), 0)
                        from (select picks from plan.draw_result where draw_no = :draw
                              union all
                              select picks from plan.draw_correction where draw_no = :draw and no is not null) result,
                             jsonb_array_elements(result.picks) pick
                        """).param("draw", drawNo).query(Integer.class).single();
    }
}
