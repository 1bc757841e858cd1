package cn.zrzy.hub.delivery.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The claim as it was until issue 8 §5, kept as a baseline: who is at the head of its line is searched each time. */
final class OldClaim {

    private static final String CLAIM = """
            with busy as (
                select route, count(*) as held from delivery.dispatch where lease_until is not null group by route),
            waiting as (
                select d.no, coalesce(busy.held, 0)
                             + row_number() over (partition by d.route order by d.next_at, d.no) as place
                from delivery.dispatch d left join busy on busy.route = d.route
                where d.state in ('OWED', 'DOUBTED') and d.lease_until is null and d.next_at <= clock_timestamp()
                  and not exists (
                    select 1 from delivery.dispatch o
                    where o.partner = d.partner and o.order_key = d.order_key and o.no < d.no
                      and o.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
                      and (o.stage < d.stage or o.subject = d.subject)
                      and not (o.state = 'PARKED' and not o.unsure and exists (
                          select 1 from delivery.dispatch n
                          where n.route = o.route and n.subject = o.subject and n.no > o.no
                            and (n.no = d.no or n.state = 'CONFIRMED'))))),
            mine as (
                select d.no from delivery.dispatch d join waiting on waiting.no = d.no
                where waiting.place <= 8 and d.state in ('OWED', 'DOUBTED') and d.lease_until is null
                order by d.next_at, d.no limit 100
                for update of d skip locked)
            update delivery.dispatch d
            set state = case when d.state = 'DOUBTED' and d.askable then 'DOUBTED' else 'SENDING' end,
                lease_no = d.lease_no + 1, lease_begun = false, next_at = null,
                lease_until = clock_timestamp() + interval '40 seconds'
            from mine where d.no = mine.no
            returning d.no
            """;

    private OldClaim() {}

    /** The indexes that it had; they are gone from the schema. */
    static void indexes(JdbcClient jdbc) {
        jdbc.sql("create index if not exists dispatch_due on delivery.dispatch (next_at, no)"
                        + " where state in ('OWED', 'DOUBTED') and lease_until is null")
                .update();
        jdbc.sql("create index if not exists dispatch_open on delivery.dispatch (partner, order_key, no)"
                        + " where state <> 'CONFIRMED'")
                .update();
    }

    static void noIndexes(JdbcClient jdbc) {
        jdbc.sql("drop index if exists delivery.dispatch_due, delivery.dispatch_open")
                .update();
    }

    static int claim(JdbcClient jdbc) {
        return jdbc.sql("with claimed as (" + CLAIM + ") select * from claimed order by no")
                .query(Long.class)
                .list()
                .size();
    }
}
