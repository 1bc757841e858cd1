package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.duty.progress.ProgressRows;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 进度 in {@code duty.progress}: in transactions of its own, whatever the caller is in. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JdbcProgressRows implements ProgressRows {

    private static final double MILLIS = 1000;

    private final JdbcClient jdbc;

    JdbcProgressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Usual(Stage stage, double seconds) {}

    @Override
    public void begin(Shift shift, Stage stage) {
        jdbc.sql("""
                        update duty.progress set ended_at = clock_timestamp()
                        where run_id = ? and stage <> ? and ended_at is null and fence <= ?""").params(shift.runId(), stage.name(), shift.fence()).update();
        // A shift that takes a run over begins at its beginning: what the one before it had done after that is void.
        jdbc.sql("delete from duty.progress where run_id = ? and fence < ?")
                .params(shift.runId(), shift.fence())
                .update();
        jdbc.sql("""
                        insert into duty.progress (run_id, stage, fence)
                        select r.run_id, ?, ? from duty.run r where r.run_id = ? and r.fence = ?
                        on conflict (run_id, stage) do update
                        set fence = excluded.fence, rows = 0, total = null, began_at = clock_timestamp(),
                            moved_at = clock_timestamp(), ended_at = null
                        where duty.progress.fence <= excluded.fence""")
                .params(stage.name(), shift.fence(), shift.runId(), shift.fence())
                .update();
    }

    @Override
    public void move(Shift shift, Stage stage, long rows, @Nullable Long total) {
        jdbc.sql("""
                        update duty.progress
                        set moved_at = case when rows < :rows then clock_timestamp() else moved_at end,
                            rows = :rows, total = coalesce(cast(:total as bigint), total)
                        where run_id = :run and stage = :stage and fence = :fence""")
                .param("rows", rows)
                .param("total", total)
                .param("run", shift.runId())
                .param("stage", stage.name())
                .param("fence", shift.fence())
                .update();
    }

    @Override
    public List<Kept> of(String runId) {
        return jdbc.sql("""
                        select stage, rows, total, began_at, moved_at, ended_at
                        from duty.progress where run_id = ? order by began_at""").param(runId).query(Kept.class).list();
    }

    @Override
    public Optional<Sign> sign(String runId) {
        return jdbc.sql("""
                        select job, state = 'RUNNING' as running, state in ('DONE', 'PARTIAL') as through,
                               beat_at, ended_at, clock_timestamp() as now
                        from duty.run where run_id = ?""").param(runId).query(Sign.class).optional();
    }

    @Override
    public Map<Stage, Duration> usual(String job) {
        Map<Stage, Duration> usual = new EnumMap<>(Stage.class);
        jdbc.sql("""
                        select p.stage,
                               percentile_cont(0.5) within group (
                                   order by extract(epoch from coalesce(p.ended_at, r.ended_at) - p.began_at)) as seconds
                        from (select run_id, ended_at from duty.run
                              where job = ? and state in ('DONE', 'PARTIAL')
                              order by business_date desc limit 10) r
                        join duty.progress p on p.run_id = r.run_id
                        where coalesce(p.ended_at, r.ended_at) is not null
                        group by p.stage""")
                .param(job)
                .query(Usual.class)
                .list()
                .forEach(one -> usual.put(one.stage(), Duration.ofMillis(Math.round(one.seconds() * MILLIS))));
        return usual;
    }

    @Override
    public List<String> running() {
        return jdbc.sql("select run_id from duty.run where state = 'RUNNING' order by run_id")
                .query(String.class)
                .list();
    }
}
