package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Breach;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 守恒 (I1) of one run: its own counts, and what it wrote into the live list. */
@Repository
class Conservation {

    private final JdbcClient jdbc;

    Conservation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Imbalance(long received, long wentTo, long written, long writtenRetired) {

        Breach of(String runId) {
            return new Breach(
                    "I1",
                    runId,
                    "收到 %d 行，去向合计 %d 行；名录里写入 %d 条、停用 %d 条".formatted(received, wentTo, written, writtenRetired));
        }
    }

    /** One run at a time, so that its number reaches the indexes below the view. */
    List<Breach> breaches(String runId) {
        return jdbc.sql("""
                        select received, applied + unchanged + superseded + quarantined as went_to, written, written_retired
                        from registry.i1_conservation where run_id = ?
                        """).param(runId).query(Imbalance.class).list().stream()
                .map(imbalance -> imbalance.of(runId))
                .toList();
    }
}
