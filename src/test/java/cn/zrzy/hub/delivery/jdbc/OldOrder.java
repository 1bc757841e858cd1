package cn.zrzy.hub.delivery.jdbc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of the line as it was found by searching until issue 8 §5, word for word: the definition against which the kept
 * order is held.
 */
final class OldOrder {

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

    private OldOrder() {}

    /** Open dispatches that stand at the head by one order and not by the other, or wait for one that does not block them. */
    static List<String> differences(JdbcClient jdbc) {
        return jdbc.sql("""
                        select d.id || ' ' || d.fact_key || ' ' || d.state || ' kept: ' || coalesce(d.waits_for::text, 'head')
                               || ' searched: ' || case when exists (%s) then 'waits' else 'head' end
                        from delivery.dispatch d
                        where d.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
                          and (not d.placed
                               or (d.waits_for is null) = exists (%s)
                               or (d.waits_for is not null and not exists (%s and o.no = d.waits_for)))
                        """.formatted(OLDER_OPEN, OLDER_OPEN, OLDER_OPEN))
                .query(String.class)
                .list();
    }

    /** What could be claimed now by the old order. */
    static List<Long> claimable(JdbcClient jdbc) {
        return jdbc.sql("""
                        select d.no from delivery.dispatch d
                        where d.state in ('OWED', 'DOUBTED') and d.lease_until is null and d.next_at <= now()
                          and not exists (%s) order by d.no
                        """.formatted(OLDER_OPEN)).query(Long.class).list();
    }
}
