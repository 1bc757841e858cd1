package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.SyncRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 缺席: pages that are read one after another are no picture of one moment. A row deleted and one appended meanwhile move a
 * third from one page to the other, unread, and the total stays the same; a ledger kept by hand names no total at all. So a
 * subject that is missing is kept on the first night and retired on the second. HR's list says its rows and its digest:
 * there one night is proof, and an officer who left must not be drawn tomorrow.
 */
final class Absences {

    private static final String KEEP = """
            with kept as (
                delete from registry.planned_change p where p.run_id = :run and p.change = 'RETIRED'
                   and not exists (select from registry.absence a where a.feed = :feed and a.key = p.key)
                returning p.key),
            noted as (
                insert into registry.absence (feed, key, run_id) select :feed, key, :run from kept)
            update registry.sync_run r set absent = k.amount, retired = r.retired - k.amount
            from (select count(*) as amount from kept) k where r.run_id = :run""";

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the first absences out of what the run retires, after the guard has judged all of them. */
    void keep(SyncRun run, Shelf shelf) {
        if (shelf == Shelf.SUBJECT) {
            jdbc.sql(KEEP).param("run", run.runId()).param("feed", run.feed()).update();
        }
    }

    /** The run is live: who was missing before has come back, or is retired. */
    void forgetEarlier(SyncRun run) {
        jdbc.sql("delete from registry.absence where feed = ? and run_id <> ?")
                .params(run.feed(), run.runId())
                .update();
    }
}
