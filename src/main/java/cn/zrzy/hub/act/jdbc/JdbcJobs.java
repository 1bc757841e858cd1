package cn.zrzy.hub.act.jdbc;

import cn.zrzy.hub.act.Job;
import cn.zrzy.hub.act.JobOrder;
import cn.zrzy.hub.act.Jobs;
import cn.zrzy.hub.act.Pace;
import cn.zrzy.hub.act.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code act.job}. */
@Repository
@Transactional
class JdbcJobs implements Jobs {

    private final JdbcClient jdbc;

    JdbcJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(JobOrder order, String who) {
        return jdbc.sql("""
                        insert into act.job (act, partner, cause, ticked, reason, number, per_second, stop_share, state, who)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'GATHERING', ?) returning no""")
                .params(
                        order.act(),
                        order.partner(),
                        order.cause(),
                        !order.ticked().isEmpty(),
                        order.reason(),
                        order.number(),
                        order.perSecond(),
                        order.stopShare(),
                        who)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Job> find(long job) {
        return jdbc.sql("select * from act.job where no = ?")
                .param(job)
                .query(JdbcJobs::job)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Job> list(int limit) {
        return jdbc.sql("select * from act.job order by no desc limit ?")
                .param(limit)
                .query(JdbcJobs::job)
                .list();
    }

    @Override
    public boolean move(long job, Job.State from, Job.State to, String message) {
        return jdbc.sql("""
                                update act.job set state = :to, message = :message,
                                       ended_at = case when :over then clock_timestamp() end
                                where no = :job and state = :from""")
                        .param("to", to.name())
                        .param("message", message)
                        .param("over", to.over())
                        .param("job", job)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    @Override
    public boolean goOn(long job) {
        return jdbc.sql("""
                                update act.job set state = 'RUNNING', message = '', base_judged = done + failed, base_failed = failed
                                where no = ? and state = 'HALTED'""").param(job).update() == 1;
    }

    @Override
    public List<Long> take(String worker, Duration lease) {
        return jdbc.sql("""
                        update act.job set worker = :worker, lease_until = clock_timestamp() + :lease * interval '1 second'
                        where no in (select no from act.job
                                     where state in ('GATHERING', 'RUNNING', 'ENDING')
                                       and (worker = :worker or lease_until < clock_timestamp())
                                     order by no for update skip locked)
                        returning no""")
                .param("worker", worker)
                .param("lease", lease.toSeconds())
                .query(Long.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Course course(long job) {
        return jdbc.sql("select gathered_to, number from act.job where no = ?")
                .param(job)
                .query(Course.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> openJobLike(String act, String partner, String cause) {
        return jdbc.sql("""
                        select max(no) from act.job
                        where act = ? and partner = ? and cause = ? and not ticked and state not in ('STOPPED', 'DONE')""").params(act, partner, cause).query(Long.class).optional();
    }

    private static Job job(ResultSet row, int n) throws SQLException {
        return new Job(
                row.getLong("no"),
                row.getString("act"),
                row.getBoolean("ticked"),
                row.getString("partner"),
                row.getString("cause"),
                row.getString("reason"),
                Job.State.valueOf(row.getString("state")),
                new Pace(row.getInt("per_second"), row.getInt("stop_share")),
                new Tally(
                        row.getLong("total"),
                        row.getLong("pressed"),
                        row.getLong("done"),
                        row.getLong("failed"),
                        row.getLong("base_judged"),
                        row.getLong("base_failed")),
                row.getString("who"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("message"));
    }
}
