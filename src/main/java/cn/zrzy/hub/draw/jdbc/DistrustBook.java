package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.DrawLedger.Distrust;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 存疑登记: which draws were not believed. Written in a transaction of its own, for the caller's is lost by the refusal. */
final class DistrustBook {

    /** What was told and not taken back since; rows are only ever added. */
    private static final String OPEN = """
            select distinct on (d.draw_no, d.code) d.* from draw.distrust d
            where not exists (select 1 from draw.belief b where b.draw_no = d.draw_no and b.at >= d.at)
            order by d.draw_no, d.code, d.at""";

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    DistrustBook(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void enter(String drawNo, Rejected refusal) {
        try {
            apart.executeWithoutResult(status -> jdbc.sql(
                            "insert into draw.distrust (draw_no, code, sentence) select :drawNo, :code, :sentence"
                                    + " where not exists (select 1 from (" + OPEN + ") o"
                                    + " where o.draw_no = :drawNo and o.code = :code)")
                    .param("drawNo", drawNo)
                    .param("code", refusal.code())
                    .param("sentence", refusal.getMessage())
                    .update());
        } catch (DataAccessException unwritten) {
            refusal.addSuppressed(unwritten); // the refusal matters more than its record
        }
    }

    void believed(String drawNo) {
        jdbc.sql("insert into draw.belief (draw_no) select distinct o.draw_no from (" + OPEN
                        + ") o where o.draw_no = :drawNo")
                .param("drawNo", drawNo)
                .update();
    }

    List<Distrust> open() {
        return jdbc.sql("select * from (" + OPEN + ") o order by at, draw_no")
                .query((row, i) -> new Distrust(
                        row.getString("draw_no"),
                        row.getString("code"),
                        row.getString("sentence"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
