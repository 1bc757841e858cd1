package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.Runs;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRuns implements Runs {

    private static final String OF_SHIFT = " where run_id = ? and fence = ? and state = 'RUNNING'";

    private static final String RUN = "select r.*, r.job as label from duty.run r";

    private final JdbcClient jdbc;

    JdbcRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(
            String runId,
            String job,
            LocalDate date,
            int position,
            String origin,
            DutyRun.State state,
            ZonedDateTime dueAt) {
        return jdbc.sql("""
                                insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id)
                                values (?, ?, ?, ?, ?, ?, ?, now(), replace(gen_random_uuid()::text, '-', ''))
                                on conflict do nothing
                                """)
                        .params(runId, job, date, position, origin, state.name(), dueAt.toOffsetDateTime())
                        .update()
                == 1;
    }

    @Override
    public List<DutyRun> candidates() {
        return jdbc.sql(RUN + """
                         where (state in ('DUE', 'WAITING') and next_at <= now()
                                and not exists (select 1 from duty.paused_route p where p.route = job))
                            or (state = 'RUNNING' and lease_until < now())
                        order by business_date, position
                        """).query(DutyRun.class).list();
    }

    @Override
    public boolean paused(String job) {
        return jdbc.sql("select exists (select 1 from duty.paused_route where route = ?)")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<DutyLedger.Claim> claim(String runId, Duration lease) {
        return jdbc.sql("""
                        update duty.run set state = 'RUNNING', attempts = attempts + 1, fence = fence + 1,
                               started_at = coalesce(started_at, now()), ended_at = null,
                               lease_until = now() + make_interval(secs => ?), beat_at = now()
                        where run_id = (
                            select run_id from duty.run
                            where run_id = ? and ((state in ('DUE', 'WAITING') and next_at <= now())
                                               or (state = 'RUNNING' and lease_until < now()))
                            for update skip locked)
                        returning run_id, job, business_date, trace_id, attempts as attempt, fence
                        """)
                .params(lease.toMillis() / 1000.0, runId)
                .query(DutyLedger.Claim.class)
                .optional();
    }

    @Override
    public boolean beat(Shift shift, Duration lease) {
        return jdbc.sql("update duty.run set lease_until = now() + make_interval(secs => ?), beat_at = now()"
                                + OF_SHIFT)
                        .params(lease.toMillis() / 1000.0, shift.runId(), shift.fence())
                        .update()
                == 1;
    }

    @Override
    public boolean end(Shift shift, Outcome outcome) {
        return jdbc.sql("update duty.run set state = ?, message = ?, code = ?, ended_at = now(), lease_until = null"
                                + OF_SHIFT)
                        .params(outcome.state().name(), outcome.message(), outcome.code(), shift.runId(), shift.fence())
                        .update()
                == 1;
    }

    @Override
    public void decided(String runId, Outcome outcome) {
        jdbc.sql("update duty.run set state = ?, message = ?, code = ? where run_id = ? and state = 'HELD'")
                .params(outcome.state().name(), outcome.message(), outcome.code(), runId)
                .update();
    }

    @Override
    public boolean stop(Shift shift, DutyRun.State state, String code, String message, Duration pause) {
        return jdbc.sql("""
                                update duty.run set state = ?, code = ?, message = ?, lease_until = null,
                                       next_at = now() + make_interval(secs => ?),
                                       ended_at = case when ? = 'FAILED' then now() end""" + OF_SHIFT)
                        .params(
                                state.name(),
                                code,
                                message,
                                pause.toMillis() / 1000.0,
                                state.name(),
                                shift.runId(),
                                shift.fence())
                        .update()
                == 1;
    }

    @Override
    public boolean again(String runId, String message) {
        return jdbc.sql("""
                                update duty.run set state = 'DUE', next_at = now(), attempts = 0, message = ?, code = '',
                                       origin = 'late', ended_at = null
                                where run_id = ? and state in ('MISSED', 'FAILED', 'HELD', 'WAITING', 'SKIPPED')
                                """).params(message, runId).update() == 1;
    }

    @Override
    public boolean skip(String runId, String message) {
        return jdbc.sql("""
                                update duty.run set state = 'SKIPPED', message = ?, code = '', ended_at = now()
                                where run_id = ? and state in ('DUE', 'WAITING', 'MISSED', 'FAILED')
                                """).params(message, runId).update() == 1;
    }

    @Override
    public List<DutyRun> ofDate(LocalDate date) {
        return jdbc.sql(RUN + " where business_date = ? order by position")
                .params(date)
                .query(DutyRun.class)
                .list();
    }

    @Override
    public List<DutyRun> stopped(LocalDate since) {
        return jdbc.sql(RUN + """
                         where (r.state in ('FAILED', 'MISSED', 'WAITING') or (r.state = 'PARTIAL' and r.code <> ''))
                          and r.business_date >= ?
                          and not exists (select 1 from duty.run l
                                          where l.job = r.job and l.business_date > r.business_date
                                            and l.state in ('DONE', 'PARTIAL'))
                        order by r.business_date desc, r.position""").params(since).query(DutyRun.class).list();
    }

    @Override
    public Optional<DutyRun> find(String runId) {
        return jdbc.sql(RUN + " where run_id = ?")
                .params(runId)
                .query(DutyRun.class)
                .optional();
    }

    @Override
    public ZonedDateTime watchingSince(ZonedDateTime now) {
        jdbc.sql("insert into duty.watch (only_row, since) values (true, ?) on conflict do nothing")
                .params(now.toOffsetDateTime())
                .update();
        return jdbc.sql("select since from duty.watch")
                .query(OffsetDateTime.class)
                .single()
                .toZonedDateTime();
    }
}
