package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.batch.FeedNight;
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
            select count(*) from kept""";

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the first absences out of what the run retires, after the guard has judged all of them. @return subjects kept */
    long keep(FeedNight night) {
        return jdbc.sql(KEEP)
                .param("run", night.runId())
                .param("feed", night.feed())
                .query(Long.class)
                .single();
    }

    /** The run is live: who was missing before has come back, or is retired. */
    void forgetEarlier(FeedNight night) {
        jdbc.sql("delete from registry.absence where feed = ? and run_id <> ?")
                .params(night.feed(), night.runId())
                .update();
    }
}
