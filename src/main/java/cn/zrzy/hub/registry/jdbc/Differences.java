package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.batch.Comparison;
import cn.zrzy.hub.registry.batch.FeedNight;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The set-based difference between a run's staged rows and its feed's live slice (比对), and its application (生效). */
final class Differences {

    private static final String PLAN = """
            insert into registry.planned_change (run_id, key, change)
            select :run, coalesce(s.key, l.key),
                   case when l.key is null then 'ADDED' when s.key is null then 'RETIRED' else 'CHANGED' end
            from (select key, digest from $staged where run_id = :run) s
            full join (select key, digest from $versions where feed = :feed and until is null and not retired) l
                   on l.key = s.key
            where l.key is null
               or (s.key is null
                   and not exists (select from registry.spared p where p.run_id = :run and p.key = l.key)
                   and not exists (select from registry.sync_run r where r.run_id = :run and r.unidentified > 0))
               or s.digest <> l.digest""";

    private static final String COUNT = """
            select c.added, c.changed, c.retired, s.amount - c.added - c.changed as unchanged, l.amount as live
            from (select count(*) filter (where change = 'ADDED') as added,
                         count(*) filter (where change = 'CHANGED') as changed,
                         count(*) filter (where change = 'RETIRED') as retired
                  from registry.planned_change where run_id = :run) c,
                 (select count(*) as amount from $staged where run_id = :run) s,
                 (select count(*) as amount from $versions where feed = :feed and until is null and not retired) l""";

    private static final String CLOSE_OLD = """
            update $versions v set until = :now from registry.planned_change p
            where p.run_id = :run and p.key = v.key and v.until is null""";

    private static final String PUT_NEW = """
            insert into $versions (key, version, feed, $columns, digest, retired, run_id, since)
            select s.key, coalesce((select max(version) from $versions v where v.key = s.key), 0) + 1, :feed, $s.columns,
                   s.digest, false, :run, :now
            from $staged s join registry.planned_change p on p.run_id = s.run_id and p.key = s.key
            where s.run_id = :run and p.change in ('ADDED', 'CHANGED')""";

    private static final String PUT_RETIRED = """
            insert into $versions (key, version, feed, $columns, digest, retired, run_id, since)
            select s.key, s.version + 1, s.feed, $s.columns, s.digest, true, :run, :now
            from $versions s join registry.planned_change p on p.key = s.key
            where p.run_id = :run and p.change = 'RETIRED'
              and s.version = (select max(version) from $versions m where m.key = s.key)""";

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Comparison compare(FeedNight night, ShelfTables tables) {
        jdbc.sql("delete from registry.planned_change where run_id = ?")
                .param(night.runId())
                .update();
        jdbc.sql(tables.sql(PLAN))
                .param("run", night.runId())
                .param("feed", night.feed())
                .update();
        return jdbc.sql(tables.sql(COUNT))
                .param("run", night.runId())
                .param("feed", night.feed())
                .query(Comparison.class)
                .single();
    }

    void write(FeedNight night, ShelfTables tables, Instant now) {
        for (String statement : new String[] {CLOSE_OLD, PUT_NEW, PUT_RETIRED}) {
            JdbcClient.StatementSpec spec =
                    jdbc.sql(tables.sql(statement)).param("run", night.runId()).param("now", Timestamp.from(now));
            (statement.contains(":feed") ? spec.param("feed", night.feed()) : spec).update();
        }
    }
}
