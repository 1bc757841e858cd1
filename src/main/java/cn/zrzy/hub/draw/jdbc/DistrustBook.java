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
                            "insert into draw.distrust (draw_no, code, sentence) values (:drawNo, :code, :sentence)"
                                    + " on conflict do nothing")
                    .param("drawNo", drawNo)
                    .param("code", refusal.code())
                    .param("sentence", refusal.getMessage())
                    .update());
        } catch (DataAccessException unwritten) {
            refusal.addSuppressed(unwritten); // the refusal matters more than its record
        }
    }

    void believed(String drawNo) {
        jdbc.sql("update draw.distrust set believed_at = now() where draw_no = :drawNo and believed_at is null")
                .param("drawNo", drawNo)
                .update();
    }

    List<Distrust> open() {
        return jdbc.sql("select * from draw.distrust where believed_at is null order by at, draw_no")
                .query((row, i) -> new Distrust(
                        row.getString("draw_no"),
                        row.getString("code"),
                        row.getString("sentence"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
