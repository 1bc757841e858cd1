package cn.zrzy.hub.act.jdbc;

import cn.zrzy.hub.act.bulk.ItemOutcome;
import cn.zrzy.hub.act.bulk.JobItems;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code act.job_item}, and the counters of {@code act.job}: the item first, so that two hubs wait one way round. */
@Repository
@Transactional
class JdbcJobItems implements JobItems {

    private final JdbcClient jdbc;

    JdbcJobItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int gather(long job, Collection<String> dispatches, String gatheredTo) {
        int added = jdbc.sql("""
                        insert into act.job_item (job, dispatch)
                        select :job, u.id from unnest(:ids) with ordinality u (id, n) order by u.n
                        on conflict do nothing""")
                .param("job", job)
                .param("ids", dispatches.toArray(String[]::new))
                .update();
        jdbc.sql("update act.job set total = total + ?, gathered_to = ? where no = ?")
                .params(added, gatheredTo, job)
                .update();
        return added;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> waiting(long job, int limit) {
        return jdbc.sql("select dispatch from act.job_item where job = ? and state = 'WAITING' order by seq limit ?")
                .params(job, limit)
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pressed> pressed(long job, int limit) {
        return jdbc.sql("""
                        select dispatch, tries, extract(epoch from clock_timestamp() - pressed_at)::bigint as seconds
                        from act.job_item where job = ? and state = 'PRESSED' order by seq limit ?""").params(job, limit).query(Pressed.class).list();
    }

    @Override
    public boolean press(long job, String dispatch, int tries) {
        boolean mine = jdbc.sql("""
                                update act.job_item set state = 'PRESSED', tries = ?, pressed_at = clock_timestamp()
                                where job = ? and dispatch = ? and state = 'WAITING'""").params(tries, job, dispatch).update() == 1;
        if (mine) {
            jdbc.sql("update act.job set pressed = pressed + 1 where no = ?")
                    .param(job)
                    .update();
        }
        return mine;
    }

    @Override
    public void refuse(long job, String dispatch, String code, String sentence) {
        int mine = jdbc.sql("""
                        update act.job_item set state = 'FAILED', pressed_at = clock_timestamp(),
                               judged_at = clock_timestamp(), code = ?, result = ?
                        where job = ? and dispatch = ? and state = 'WAITING'""").params(code, sentence, job, dispatch).update();
        jdbc.sql("update act.job set pressed = pressed + :n, failed = failed + :n where no = :job")
                .param("n", mine)
                .param("job", job)
                .update();
    }

    @Override
    public void judge(long job, String dispatch, ItemOutcome outcome) {
        int mine = jdbc.sql("""
                        update act.job_item set state = ?, judged_at = clock_timestamp(), code = ?, result = ?
                        where job = ? and dispatch = ? and state = 'PRESSED'""")
                .params(outcome.done() ? "DONE" : "FAILED", outcome.code(), outcome.sentence(), job, dispatch)
                .update();
        jdbc.sql("update act.job set done = done + :done, failed = failed + :failed where no = :job")
                .param("done", outcome.done() ? mine : 0)
                .param("failed", outcome.done() ? 0 : mine)
                .param("job", job)
                .update();
    }

    @Override
    public int leave(long job, int limit) {
        return jdbc.sql("""
                        update act.job_item set state = 'LEFT', judged_at = clock_timestamp(), result = '没有动'
                        where job = :job and dispatch in (
                            select dispatch from act.job_item where job = :job and state = 'WAITING' order by seq limit :limit)""").param("job", job).param("limit", limit).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> items(long job, long after, int limit) {
        return jdbc.sql("""
                        select seq, dispatch, state, pressed_at, judged_at, code, result from act.job_item
                        where job = ? and seq > ? order by seq limit ?""").params(job, after, limit).query(Item.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> openJobOf(Collection<String> dispatches) {
        return jdbc.sql("""
                        select max(job) from act.job_item
                        where dispatch = any (?) and state in ('WAITING', 'PRESSED')""")
                .param(dispatches.toArray(String[]::new))
                .query(Long.class)
                .optional();
    }
}
