package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DueDispatches;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.CrashPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Moves moves;
    private final Lines lines;
    private final DeliveryTerms terms;
    private final TransactionTemplate own;

    JdbcDueDispatches(
            JdbcClient jdbc, Moves moves, Lines lines, DeliveryTerms terms, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.lines = lines;
        this.terms = terms;
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
        return jdbc.sql("with claimed as (" + CLAIM + ") select * from claimed order by no")
                .param("routes", String.join(",", open()))
                .param("inFlight", terms.inFlight())
                .param("lease", terms.lease().toMillis())
                .param("max", max)
                .query((row, n) -> new LeasedDispatch(
                        row.getString("id"),
                        row.getString("queue"),
                        row.getLong("lease_no"),
                        row.getString("fact_key"),
                        row.getString("idempotency_key"),
                        row.getString("trace_id")))
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
        own.executeWithoutResult(status -> moves.lock(leased.dispatch())
                .filter(row -> row.heldBy(leased.leaseNo()) && !row.begun())
                .ifPresent(this::putBack));
    }

    @Override
    public int expireLeases() {
        int ended = each("d.lease_until < clock_timestamp()", "d.lease_until", this::expire);
        // Sent, and no receipt within the term (逾期未回执): from here on a human has to press for it.
        each(
                "d.state = 'SENT' and d.next_at < clock_timestamp()",
                "d.next_at",
                row -> moves.park(row, "EXPIRED", "E-RECEIPT-LATE", "已发出，逾期未收到回执；请电话催办"));
        return ended;
    }

    /** One at a time and each in its line: one that somebody holds on to is left for the next round. */
    private int each(String when, String oldest, Consumer<DispatchRow> move) {
        int moved = 0;
        for (String id : jdbc.sql(
                        "select d.id from delivery.dispatch d where " + when + " order by " + oldest + " limit 500")
                .query(String.class)
                .list()) {
            try {
                moved += own.execute(status -> moveIf(when, id, move));
            } catch (DataAccessException e) {
                Lines.unlessBusy(e);
                LOG.warn("{} 正被占用，稍后再看：{}", id, e.getMostSpecificCause().getMessage());
            }
        }
        return moved;
    }

    private int moveIf(String when, String id, Consumer<DispatchRow> move) {
        lines.hold(id);
        Optional<DispatchRow> row = jdbc.sql(
                        DispatchRow.SELECT + "where d.id = ? and " + when + " for update of d skip locked")
                .param(id)
                .query(DispatchRow::of)
                .optional();
        row.ifPresent(move);
        return row.isPresent() ? 1 : 0;
    }

    private void expire(DispatchRow row) {
        if (!row.begun()) {
            putBack(row);
        } else if (row.unfinished() >= terms.poisonAfter()) {
            moves.park(row, "EXPIRED", "E-POISON", "连续 " + row.unfinished() + " 次开始后没有结果，已停止自动处理；请查看日志后再决定是否重试");
        } else {
            moves.doubt(row, "EXPIRED", new AnswerLost("处理中断，不知报文是否已发出"));
        }
    }

    private void putBack(DispatchRow row) {
        boolean doubtful = row.is(DispatchState.DOUBTED) || row.unsure();
        jdbc.sql("update delivery.dispatch set state = ?, next_at = clock_timestamp(), lease_until = null,"
                        + " lease_begun = false where no = ?")
                .params(doubtful ? "DOUBTED" : "OWED", row.no())
                .update();
    }
}
