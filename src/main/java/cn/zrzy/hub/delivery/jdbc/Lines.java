package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.dispatch.Consignment;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.dispatch.Standing;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 排队次序: keeps as data who stands at the head of its line, one addressee and one order key. The rule itself is
 * {@code delivery.blocks} in the database. Whoever changes it for somebody holds the line, so that nobody who waits is
 * forgotten; a debt is placed by the relay and not by the fact's transaction, so that no business transaction ever waits
 * for a line.
 */
@Component
class Lines {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final int BATCH = 1_000;
    private static final String OPEN = "d.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')";

    /**
     * A hub that is frozen in here loses its connection, and with it the line, long before a lease ends. Every question that
     * is asked in here has its index; the planner, new to a table, shall not think it small enough to be read whole.
     */
    private static final String HOLD = """
            select set_config('lock_timeout', '%s', true), set_config('idle_in_transaction_session_timeout', '15s', true),
                   set_config('enable_seqscan', 'off', true),
                   pg_advisory_xact_lock(hashtextextended(l.partner || ' ' || l.order_key, 20261127))
            from (%s) l
            """;

    /** Older versions that were refused; what becomes of the newer one decides whether they hold back others. */
    private static final String REFUSED = """
            select v.no from delivery.dispatch v
            where v.subject = :subject and v.no < :no and v.state = 'PARKED'
              and delivery.thread(v) = :route || ' ' || :partner || ' ' || :line
            """;

    private static final String LEFT = """
            update delivery.dispatch d set waits_for = delivery.blocker(d)
            where d.waits_for = any (array(select cast(:no as bigint) union all %s))
            """.formatted(REFUSED);

    private static final String YIELDED = """
            update delivery.dispatch d set waits_for = delivery.blocker(d)
            where d.waits_for = :no
              and not (select delivery.blocks(w, d) from delivery.dispatch w where w.no = d.waits_for)
            """;

    /** Those at the head behind it, and behind its refused versions, which are of its own stage and subject. */
    private static final String ENTERED = """
            with since as (select least(:no, min(no)) as no from (%2$s) refused),
            behind as (
                select d.no from delivery.dispatch d
                where d.partner = :partner and d.order_key = :line and d.stage > :stage
                  and d.no > (select no from since) and d.waits_for is null and %1$s
                union select d.no from delivery.dispatch d
                where d.subject = :subject and delivery.line(d) = :partner || ' ' || :line
                  and d.no > (select no from since) and d.waits_for is null and %1$s)
            update delivery.dispatch d set waits_for = delivery.blocker(d)
            where d.no = :no or d.no = any (array(select no from behind))
            """.formatted(OPEN, REFUSED);

    /** Numbers are given before commits: one that comes late may belong before some who are placed already. */
    private static final String PLACE = """
            with fresh as materialized (
                select no, stage, subject from delivery.dispatch
                where partner = :partner and order_key = :line and not placed
                order by no limit :batch for update skip locked),
            behind as materialized (
                select d.no, d.stage, d.subject from delivery.dispatch d
                where d.partner = :partner and d.order_key = :line and d.placed and d.waits_for is null and %1$s
                  and d.no > (select min(no) from fresh)),
            touched as (
                select no from fresh
                union select b.no from behind b
                      join fresh f on f.no < b.no and (f.stage < b.stage or f.subject = b.subject))
            update delivery.dispatch d set placed = true, waits_for = case when %1$s then delivery.blocker(d) end
            where d.no = any (array(select no from touched))
            """.formatted(OPEN);

    private record Line(String partner, String orderKey) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    Lines(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Holds the dispatch's line until the end of the transaction; always before a row of it is locked. */
    void hold(String dispatch) {
        hold("10s", "select partner, order_key from delivery.dispatch where id = ?", dispatch);
    }

    void holdByKey(String idempotencyKey) {
        hold("10s", "select partner, order_key from delivery.dispatch where idempotency_key = ?", idempotencyKey);
    }

    private void hold(String patience, String line, Object... params) {
        jdbc.sql(HOLD.formatted(patience, line))
                .params(params)
                .query((row, n) -> 1)
                .list();
    }

    /** It has just moved: who stands behind it is looked at again, where that may have changed whose turn it is. */
    void moved(Dispatch dispatch) {
        Standing before = dispatch.course().before();
        Standing now = dispatch.course().standing();
        if (now.hasLeft()) {
            // Who waited for it, or for a version that it makes good.
            about(LEFT, dispatch.what());
        } else if (before.hasLeft() || (before == Standing.PARKED && now != Standing.PARKED)) {
            // It has come back into the line, in which others may have gone to the head since.
            about(ENTERED, dispatch.what());
        } else if (now == Standing.PARKED) {
            // When it was refused, its own newer version need not wait for it any more.
            about(YIELDED, dispatch.what());
        }
    }

    private void about(String sql, Consignment row) {
        jdbc.sql(sql)
                .param("no", row.no())
                .param("subject", row.subject())
                .param("partner", row.partner())
                .param("line", row.orderKey())
                .param("route", row.route())
                .param("stage", row.stage())
                .update();
    }

    /** @return true when the place that was kept for it is not the one that the rule gives it, and has been put right */
    boolean heal(String dispatch) {
        return own.execute(status -> {
            hold(dispatch);
            return jdbc.sql("""
                            update delivery.dispatch d set waits_for = n.blocker
                            from (select d.no, delivery.blocker(d) as blocker from delivery.dispatch d where d.id = ?) n
                            where d.no = n.no and d.placed and %s
                              and ((d.waits_for is null) <> (n.blocker is null)
                                   or not (select delivery.blocks(w, d) from delivery.dispatch w where w.no = d.waits_for))
                            """.formatted(OPEN)).param(dispatch).update() > 0;
        });
    }

    /** Gives what was owed since the last time its place (入队); a line that another hub holds on to is left for later. */
    void place() {
        List<Line> lines = jdbc.sql("select distinct partner, order_key from delivery.dispatch where not placed")
                .query(Line.class)
                .list();
        for (Line line : lines) {
            try {
                while (own.execute(status -> place(line)) >= BATCH) {
                    // The next thousand in a transaction of their own.
                }
            } catch (DataAccessException e) {
                unlessBusy(e);
                LOG.warn(
                        "{} 的队列 {} 正被占用，稍后再排：{}",
                        line.partner(),
                        line.orderKey(),
                        e.getMostSpecificCause().getMessage());
            }
        }
    }

    /** Somebody else holds the line or the row longer than one cares to wait; any other failure goes on its way. */
    static void unlessBusy(DataAccessException e) {
        boolean timedOut = e.getMostSpecificCause() instanceof SQLException sql && "55P03".equals(sql.getSQLState());
        if (!timedOut && !(e instanceof PessimisticLockingFailureException)) {
            throw e;
        }
    }

    private int place(Line line) {
        hold("1s", "select cast(? as text) as partner, cast(? as text) as order_key", line.partner(), line.orderKey());
        return jdbc.sql(PLACE)
                .param("partner", line.partner())
                .param("line", line.orderKey())
                .param("batch", BATCH)
                .update();
    }
}
