package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.Abandonments;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAbandonments implements Abandonments {

    private static final String SELECT = """
            select draw_no, scheme_no, plan_no, reason, document, evidence, asker, asked_at, approver, approved_at,
                   after_result
            from plan.abandonment where draw_no = ?""";

    private final JdbcClient jdbc;

    JdbcAbandonments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Case> find(String drawNo) {
        return jdbc.sql(SELECT).params(drawNo).query(Case.class).optional();
    }

    @Override
    public Optional<Case> hold(String drawNo) {
        return jdbc.sql(SELECT + " for update").params(drawNo).query(Case.class).optional();
    }

    @Override
    public void ask(Case asked) {
        jdbc.sql("""
                        insert into plan.abandonment
                            (draw_no, scheme_no, plan_no, reason, document, evidence, asker, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (draw_no) do update
                        set reason = excluded.reason, document = excluded.document, evidence = excluded.evidence,
                            asker = excluded.asker, asked_at = excluded.asked_at
                        where abandonment.approver is null
                        """)
                .params(
                        asked.drawNo(),
                        asked.schemeNo(),
                        asked.planNo(),
                        asked.reason(),
                        asked.document(),
                        asked.evidence(),
                        asked.asker(),
                        asked.askedAt())
                .update();
    }

    @Override
    public void approve(String drawNo, String approver, OffsetDateTime at, boolean afterResult) {
        jdbc.sql("""
                        update plan.abandonment set approver = ?, approved_at = ?, after_result = ?
                        where draw_no = ? and approver is null
                        """).params(approver, at, afterResult, drawNo).update();
    }

    @Override
    public boolean ofScheme(String schemeNo) {
        return jdbc.sql("select exists (select 1 from plan.abandonment where scheme_no = ? and approver is not null)")
                .params(schemeNo)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Case> awaitingShadow() {
        return jdbc.sql("""
                        select a.* from plan.abandonment a
                        join plan.draw_result r on r.draw_no = a.draw_no
                        where a.after_result = false and r.drawn_at is null
                          and not exists (select 1 from plan.undrawn u
                                          where u.draw_no = a.draw_no and u.approver is not null)
                        order by a.draw_no
                        """).query(Case.class).list();
    }
}
