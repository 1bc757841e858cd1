package cn.zrzy.hub.act.jdbc;

import cn.zrzy.hub.act.bulk.Job;
import cn.zrzy.hub.act.bulk.JobOrder;
import cn.zrzy.hub.act.bulk.Jobs;
import cn.zrzy.hub.act.bulk.Pace;
import cn.zrzy.hub.act.bulk.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code act.job}. */
@Repository
@Transactional
class JdbcJobs implements Jobs {

    private static final RowMapper<Row> ROW = new SimplePropertyRowMapper<>(Row.class);
    private static final RowMapper<Pace> PACE = new SimplePropertyRowMapper<>(Pace.class);
    private static final RowMapper<Tally> TALLY = new SimplePropertyRowMapper<>(Tally.class);

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

    private record Row(
            long no,
            String act,
            boolean ticked,
            String partner,
            String cause,
            String reason,
            Job.State state,
            String who,
            OffsetDateTime createdAt,
            String message) {}

    /** One row of {@code act.job}: what it is, how fast, how far. */
    private static Job job(ResultSet columns, int number) throws SQLException {
        Row row = ROW.mapRow(columns, number);
        return new Job(
                row.no,
                row.act,
                row.ticked,
                row.partner,
                row.cause,
                row.reason,
                row.state,
                PACE.mapRow(columns, number),
                TALLY.mapRow(columns, number),
                row.who,
                row.createdAt,
                row.message);
    }
}
