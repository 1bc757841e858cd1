package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.SyncRun;
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

    /** One run at a time, so that its number reaches the indexes below the view. */
    List<Breach> breaches(String runId) {
        return jdbc.sql("select * from registry.i1_conservation where run_id = ?")
                .param(runId)
                .query((row, n) -> new Breach(
                        "I1",
                        runId,
                        "收到 %d 行，去向合计 %d 行；名录里写入 %d 条、停用 %d 条"
                                .formatted(
                                        row.getLong("received"),
                                        row.getLong("applied")
                                                + row.getLong("unchanged")
                                                + row.getLong("superseded")
                                                + row.getLong("quarantined"),
                                        row.getLong("written"),
                                        row.getLong("written_retired"))))
                .list();
    }

    /**
     * Asked in the transaction that makes the run live, after everything was written.
     *
     * @throws Rejected E-RUN-BALANCE: then nothing of it is live, and the old list stays
     */
    void require(SyncRun run) {
        for (Breach breach : breaches(run.runId())) {
            throw new Rejected(
                    "E-RUN-BALANCE", "这一批的账对不上，不予生效，名录保持不变：" + run.balance().sentence() + "；" + breach.detail());
        }
    }
}
