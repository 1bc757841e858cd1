package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.SyncRun;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The set-based difference between a run's staged rows and its feed's live slice (比对), and its application (生效). */
@Repository
class Differences {

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
            update registry.sync_run r set state = 'COMPARED', added = c.added, changed = c.changed, retired = c.retired,
                   unchanged = (select count(*) from $staged where run_id = :run) - c.added - c.changed,
                   live = (select count(*) from $versions where feed = :feed and until is null and not retired),
                   base_run = :base
            from (select count(*) filter (where change = 'ADDED') as added,
                         count(*) filter (where change = 'CHANGED') as changed,
                         count(*) filter (where change = 'RETIRED') as retired
                  from registry.planned_change where run_id = :run) c
            where r.run_id = :run""";

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
    private final Absences absences;
    private final Firms firms;
    private final Doubles doubles;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.absences = new Absences(jdbc);
        this.firms = new Firms(jdbc);
        this.doubles = new Doubles(jdbc);
    }

    /**
     * Rows of this run are strangers to the statistics until autovacuum comes by; without them the planner expects one row
     * and compares 50,000 with 50,000 one by one. Outside a transaction, since the lock would keep other feeds waiting.
     */
    void measure() {
        jdbc.sql("analyze registry.staged_subject, registry.staged_inspector").update();
    }

    /** @throws TryLater when staging does not hold every row that came: a list with gaps must never be compared */
    void plan(SyncRun run, Shelf shelf, String base) {
        long joined = run.superseded() + (shelf == Shelf.SUBJECT ? firms.join(run) : 0);
        long staged = staged(run, shelf);
        if (staged + joined + run.quarantined() != run.received()) {
            throw new TryLater("收到 " + run.received() + " 行，暂存 " + (staged + joined) + " 行，隔离 " + run.quarantined()
                    + " 行，对不上，不予采用，将从头重读");
        }
        if (shelf == Shelf.INSPECTOR) {
            doubles.keep(run);
        }
        jdbc.sql("delete from registry.planned_change where run_id = ?")
                .param(run.runId())
                .update();
        jdbc.sql(shelf.sql(PLAN))
                .param("run", run.runId())
                .param("feed", run.feed())
                .update();
        jdbc.sql(shelf.sql(COUNT))
                .param("run", run.runId())
                .param("feed", run.feed())
                .param("base", base)
                .update();
    }

    private long staged(SyncRun run, Shelf shelf) {
        return jdbc.sql(shelf.sql("select count(*) from $staged where run_id = ?"))
                .param(run.runId())
                .query(Long.class)
                .single();
    }

    String base(String runId) {
        return jdbc.sql("select coalesce(base_run, '') from registry.sync_run where run_id = ?")
                .param(runId)
                .query(String.class)
                .single();
    }

    /** Nobody is retired on one absence (缺席), unless two people have looked at it and approved. */
    void keepFirstAbsent(SyncRun run, Shelf shelf) {
        absences.keep(run, shelf);
    }

    void write(SyncRun run, Shelf shelf, Timestamp now) {
        for (String statement : new String[] {CLOSE_OLD, PUT_NEW, PUT_RETIRED}) {
            JdbcClient.StatementSpec spec =
                    jdbc.sql(shelf.sql(statement)).param("run", run.runId()).param("now", now);
            (statement.contains(":feed") ? spec.param("feed", run.feed()) : spec).update();
        }
        absences.forgetEarlier(run);
    }

    /** Drops what staging needed; the planned changes stay for the difference page. */
    void sweep(String runId) {
        for (Shelf shelf : Shelf.values()) {
            jdbc.sql(shelf.sql("delete from $staged where run_id = ?"))
                    .param(runId)
                    .update();
        }
        jdbc.sql("delete from registry.spared where run_id = ?").param(runId).update();
    }

    /**
     * Rows of earlier nights that were never applied; such a run, caught up later, is staged anew anyhow. Only once this
     * night's list is ready to take their place: an earlier night may be caught up at this very hour, and is then read again.
     */
    void sweepAbandoned(String feed, LocalDate before) {
        jdbc.sql("""
                        select run_id from registry.sync_run
                        where feed = ? and business_date < ? and state in ('STAGING', 'COMPARED', 'OVERTAKEN')""").params(feed, before).query(String.class).list().forEach(this::sweep);
    }
}
