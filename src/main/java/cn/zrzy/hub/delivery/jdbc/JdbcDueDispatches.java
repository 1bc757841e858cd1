package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DueDispatches;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.CrashPoint;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository("dueDispatches")
class JdbcDueDispatches implements DueDispatches {

    /**
     * An older open dispatch to the same addressee: of the same business key, or of a stage that this one rests on. One
     * that the addressee refused does not hold back its own newer version, nor, once that one is confirmed, anything else:
     * that is how a correction gets past.
     */
    static final String OLDER_OPEN = """
            select 1 from delivery.dispatch o
            where o.partner = d.partner and o.order_key = d.order_key and o.no < d.no
              and o.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
              and (o.stage < d.stage or o.subject = d.subject)
              and not (o.state = 'PARKED' and not o.unsure and exists (
                  select 1 from delivery.dispatch n
                  where n.route = o.route and n.subject = o.subject and n.no > o.no
                    and (n.no = d.no or n.state = 'CONFIRMED')))
            """;

    private static final String CLAIM = """
            with busy as (
                select route, count(*) as held from delivery.dispatch where lease_until is not null group by route),
            waiting as (
                select d.no, coalesce(busy.held, 0)
                             + row_number() over (partition by d.route order by d.next_at, d.no) as place
                from delivery.dispatch d left join busy on busy.route = d.route
                where d.state in ('OWED', 'DOUBTED') and d.lease_until is null and d.next_at <= clock_timestamp()
                  and not exists (%s)
                  and not exists (%s)),
            mine as (
                select d.no from delivery.dispatch d join waiting on waiting.no = d.no
                where waiting.place <= ? and d.state in ('OWED', 'DOUBTED') and d.lease_until is null
                order by d.next_at, d.no limit ?
                for update of d skip locked)
            update delivery.dispatch d
            set state = case when d.state = 'DOUBTED' and d.askable then 'DOUBTED' else 'SENDING' end,
                lease_no = d.lease_no + 1, lease_begun = false, next_at = null,
                lease_until = clock_timestamp() + ? * interval '1 millisecond'
            from mine where d.no = mine.no
            returning d.no, d.id, d.lease_no, d.fact_key, d.idempotency_key, d.trace_id,
                      case when d.state = 'DOUBTED' then 'ask-' || d.partner else d.route end as queue
            """.formatted(KeyGuard.HELD, OLDER_OPEN);

    private final JdbcClient jdbc;
    private final Moves moves;
    private final DeliveryTerms terms;
    private final TransactionTemplate own;

    JdbcDueDispatches(JdbcClient jdbc, Moves moves, DeliveryTerms terms, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.terms = terms;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<LeasedDispatch> claim(int max) {
        List<LeasedDispatch> claimed =
                own.execute(status -> jdbc.sql("with claimed as (" + CLAIM + ") select * from claimed order by no")
                        .params(terms.inFlight(), max, terms.lease().toMillis())
                        .query((row, n) -> new LeasedDispatch(
                                row.getString("id"),
                                row.getString("queue"),
                                row.getLong("lease_no"),
                                row.getString("fact_key"),
                                row.getString("idempotency_key"),
                                row.getString("trace_id")))
                        .list());
        if (!claimed.isEmpty()) {
            CrashPoint.reached("after-claim");
        }
        return claimed;
    }

    @Override
    public void release(LeasedDispatch leased) {
        own.executeWithoutResult(status -> moves.lock(leased.dispatch())
                .filter(row -> row.heldBy(leased.leaseNo()) && !row.begun())
                .ifPresent(this::putBack));
    }

    @Override
    public int expireLeases() {
        return own.execute(status -> {
            List<DispatchRow> expired = jdbc.sql(
                            DispatchRow.SELECT
                                    + "where d.lease_until < clock_timestamp() order by d.no limit 500 for update of d skip locked")
                    .query(DispatchRow::of)
                    .list();
            expired.forEach(this::expire);
            remind();
            return expired.size();
        });
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

    /** Sent, and no receipt within the term (逾期未回执): from here on a human has to press for it. */
    private void remind() {
        jdbc.sql(
                        DispatchRow.SELECT
                                + "where d.state = 'SENT' and d.next_at < clock_timestamp() limit 500 for update of d skip locked")
                .query(DispatchRow::of)
                .list()
                .forEach(row -> moves.park(row, "EXPIRED", "E-RECEIPT-LATE", "已发出，逾期未收到回执；请电话催办"));
    }
}
