package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.Undrawn;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUndrawn implements Undrawn {

    private final JdbcClient jdbc;

    JdbcUndrawn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Certificate> find(String drawNo) {
        return jdbc.sql("""
                        select draw_no, document, evidence, asker, asked_at, approver, approved_at
                        from plan.undrawn where draw_no = ?
                        """).params(drawNo).query(Certificate.class).optional();
    }

    @Override
    public void ask(Certificate paper) {
        jdbc.sql("""
                        insert into plan.undrawn (draw_no, document, evidence, asker, asked_at) values (?, ?, ?, ?, ?)
                        on conflict (draw_no) do update
                        set document = excluded.document, evidence = excluded.evidence, asker = excluded.asker,
                            asked_at = excluded.asked_at
                        where undrawn.approver is null
                        """)
                .params(paper.drawNo(), paper.document(), paper.evidence(), paper.asker(), paper.askedAt())
                .update();
    }

    @Override
    public void approve(String drawNo, String approver, OffsetDateTime at) {
        jdbc.sql("update plan.undrawn set approver = ?, approved_at = ? where draw_no = ? and approver is null")
                .params(approver, at, drawNo)
                .update();
    }
}
