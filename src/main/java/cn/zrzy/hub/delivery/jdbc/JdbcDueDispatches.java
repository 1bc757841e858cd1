package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DueDispatches;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.dispatch.Relayed;
import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.CrashPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository("dueDispatches")
class JdbcDueDispatches implements DueDispatches {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDueDispatches.class);

    /**
     * Of each route as many of its oldest due heads as it may still hold, so that no route costs another one anything. The
     * moment has to be the statement's own: an index cannot be entered at a clock that moves. An array, not a join: a plan
     * made without knowing the limits would read the whole table for it.
     */
    static final String CLAIM = """
            with busy as (
                select route, count(*) as held from delivery.dispatch where lease_until is not null group by route),
            free as (
                select r.route, greatest(:inFlight - coalesce(busy.held, 0), 0) as places
                from unnest(string_to_array(:routes, ',')) as r (route) left join busy on busy.route = r.route),
            mine as (
                select head.no from free cross join lateral (
                    select d.no, d.next_at from delivery.dispatch d
                    where d.route = free.route and d.placed and d.waits_for is null and d.lease_until is null
                      and d.state in ('OWED', 'DOUBTED') and d.next_at <= statement_timestamp()
                    order by d.next_at, d.no limit free.places
                    for update skip locked) head
                order by head.next_at, head.no limit :max)
            update delivery.dispatch d
            set state = case when d.state = 'DOUBTED' and d.askable then 'DOUBTED' else 'SENDING' end,
                lease_no = d.lease_no + 1, lease_begun = false, next_at = null,
                lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where d.no = any (array(select no from mine))
            returning d.no, d.id, d.lease_no, d.fact_key, d.idempotency_key, d.trace_id,
                      case when d.state = 'DOUBTED' then 'ask-' || d.partner else d.route end as queue
            """;

    private final JdbcClient jdbc;
    private final JdbcDispatches dispatches;
    private final Lines lines;
    private final DeliveryTerms terms;
    private final Backoff backoff;
    private final TransactionTemplate own;

    JdbcDueDispatches(
            JdbcClient jdbc,
            JdbcDispatches dispatches,
            Lines lines,
            DeliveryTerms terms,
            Backoff backoff,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dispatches = dispatches;
        this.lines = lines;
        this.terms = terms;
        this.backoff = backoff;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<LeasedDispatch> claim(int max) {
        lines.place();
        List<LeasedDispatch> claimed = own.execute(status -> take(max));
        if (!claimed.isEmpty()) {
            CrashPoint.reached("after-claim");
        }
        return claimed;
    }

    private List<LeasedDispatch> take(int max) {
        return jdbc.sql("with claimed as (" + CLAIM
                        + ") select id as dispatch, queue, lease_no, fact_key as business_key,"
                        + " idempotency_key, trace_id from claimed order by no")
                .param("routes", String.join(",", open()))
                .param("inFlight", terms.inFlight())
                .param("lease", terms.lease().toMillis())
                .param("max", max)
                .query(LeasedDispatch.class)
                .list();
    }

    /** Routes to partners that are neither held nor paused; what is held in between is held again when it begins. */
    private List<String> open() {
        List<String> held = jdbc.sql("select partner from delivery.closed_partner")
                .query(String.class)
                .list();
        return terms.routes().entrySet().stream()
                .filter(route -> !held.contains(route.getValue().partner()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void release(LeasedDispatch leased) {
        own.executeWithoutResult(status -> dispatches
                .lock(leased.dispatch())
                .filter(one -> one.relayed().release(leased.leaseNo()))
                .ifPresent(dispatches::save));
    }

    @Override
    public int expireLeases() {
        int ended = each(
                "d.lease_until < clock_timestamp()", "d.lease_until", one -> one.expire(terms.poisonAfter(), backoff));
        each("d.state = 'SENT' and d.next_at < clock_timestamp()", "d.next_at", Relayed::overdue);
        return ended;
    }

    /** One at a time and each in its line: one that somebody holds on to is left for the next round. */
    private int each(String when, String oldest, Predicate<Relayed> step) {
        int moved = 0;
        for (String id : jdbc.sql(
                        "select d.id from delivery.dispatch d where " + when + " order by " + oldest + " limit 500")
                .query(String.class)
                .list()) {
            try {
                moved += own.execute(status -> moveIf(when, id, step));
            } catch (DataAccessException e) {
                Lines.unlessBusy(e);
                LOG.warn("{} 正被占用，稍后再看：{}", id, e.getMostSpecificCause().getMessage());
            }
        }
        return moved;
    }

    private int moveIf(String when, String id, Predicate<Relayed> step) {
        Optional<Dispatch> found = dispatches.lockInLineIf(id, when).filter(one -> step.test(one.relayed()));
        found.ifPresent(dispatches::save);
        return found.isPresent() ? 1 : 0;
    }
}
