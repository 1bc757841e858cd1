package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.LatestRuns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** From one job to the next by the index on job and date, and from each job its newest row: a dozen looks, not a history. */
@Repository
@Transactional(readOnly = true)
class JdbcLatestRuns implements LatestRuns {

    private static final String LATEST = """
            with recursive known as (
                (select job from duty.run order by job limit 1)
                union all
                select (select job from duty.run where job > k.job order by job limit 1) from known k where k.job is not null)
            select r.*, r.job as label from known k cross join lateral (
                select * from duty.run where job = k.job and %s order by business_date desc limit 1) r
            """;

    private final JdbcClient jdbc;

    JdbcLatestRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DutyRun> newest() {
        return jdbc.sql(LATEST.formatted("true")).query(DutyRun.class).list();
    }

    @Override
    public List<DutyRun> good() {
        return jdbc.sql(LATEST.formatted("state in ('DONE', 'PARTIAL')"))
                .query(DutyRun.class)
                .list();
    }
}
