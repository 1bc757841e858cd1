package cn.zrzy.hub.delivery.jdbc;

import static cn.zrzy.hub.delivery.jdbc.JdbcDispatchDesk.time;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.Halt;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.RouteTally;
import cn.zrzy.hub.delivery.Standstill;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the desk (未办结计数): exact for everything that is open, and at the cost of what is open only. */
@Component
class OpenCounts {

    /** What parks a dispatch without the partner having said a word. */
    private static final String[] OURS = {"E-RECEIPT-LATE", "E-POISON", "E-BY-HAND", "E-INTERNAL", "E-BYTES"};

    /** No answer, or none but "later". */
    private static final String[] SILENCE = {"E-CONNECT", "E-UNKNOWN", "E-BUSY"};

    /** The relay takes what is due every second. */
    private static final Duration SLOW = Duration.ofMinutes(2);

    /** What waited through a rest is all due at its end, and goes out a few at a time. */
    private static final Duration AFTER_A_REST = Duration.ofMinutes(10);

    /**
     * The end of each partner's newest rest, from which whatever failed before it is counted; it was not asked for meanwhile.
     * {@code calm} is that end while it is so fresh that nothing of before it is told, else null.
     */
    private static final String RESTED = """
            select partner, max(until) as until,
                   max(until) filter (where until > statement_timestamp() - :calm * interval '1 second') as calm
            from delivery.rest where until <= statement_timestamp() group by partner""";

    private final JdbcClient jdbc;

    OpenCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names by one step of an index each, the open rows counted, of the confirmed only the last day. */
    List<PartnerLoad> loads() {
        return jdbc.sql("""
                        with recursive known (partner) as (
                            (select partner from delivery.dispatch order by partner limit 1)
                            union all
                            select (select d.partner from delivery.dispatch d where d.partner > known.partner
                                    order by d.partner limit 1)
                            from known where known.partner is not null),
                        standing as (
                            select partner, count(*) filter (where state = 'OWED') as owed,
                                   count(*) filter (where state = 'SENDING') as sending,
                                   count(*) filter (where state = 'SENT') as sent,
                                   count(*) filter (where state = 'DOUBTED') as doubted,
                                   count(*) filter (where state = 'PARKED') as parked,
                                   min(owed_at) as oldest, min(next_at) as next,
                                   max(sent_at) as sent_last,
                                   max(parked_at) filter (where state = 'PARKED' and cause_code <> all (:ours)) as refused_last
                            from delivery.dispatch where state <> 'CONFIRMED' group by partner),
                        rested as (%s)
                        select k.partner, s.owed, s.sending, s.sent, s.doubted, s.parked, s.oldest, s.next,
                               (select count(*) from delivery.dispatch c where c.partner = k.partner
                                and c.state = 'CONFIRMED'
                                and c.confirmed_at > statement_timestamp() - interval '24 hours') as confirmed,
                               c.last, f.silent,
                               case when exists (select 1 from delivery.paused_partner p where p.partner = k.partner) then 'PAUSED'
                                    when exists (select 1 from delivery.open_maintenance m where m.partner = k.partner) then 'WINDOW'
                                    when exists (select 1 from delivery.held_partner h where h.partner = k.partner) then 'KEYS'
                                    else 'NONE' end as halt
                        from known k left join standing s on s.partner = k.partner
                        left join lateral (select max(c.confirmed_at) as last from delivery.dispatch c
                                           where c.partner = k.partner and c.state = 'CONFIRMED') c on true
                        left join rested r on r.partner = k.partner
                        left join lateral (select min(greatest(f.failing_since, r.until)) as silent from delivery.dispatch f
                                           where f.partner = k.partner and f.state in ('OWED', 'SENDING', 'DOUBTED')
                                             and f.cause_code = any (:silence)
                                             and f.failing_since > coalesce(
                                                 greatest(c.last, s.sent_last, s.refused_last), '-infinity')
                                             and f.failing_since >= coalesce(r.calm, '-infinity')) f on true
                        where k.partner is not null order by k.partner
                        """.formatted(RESTED))
                .param("ours", OURS)
                .param("silence", SILENCE)
                .param("calm", AFTER_A_REST.toSeconds())
                .query((row, n) -> new PartnerLoad(
                        row.getString("partner"),
                        row.getLong("owed"),
                        row.getLong("sending"),
                        row.getLong("sent"),
                        row.getLong("doubted"),
                        row.getLong("parked"),
                        row.getLong("confirmed"),
                        time(row, "oldest"),
                        time(row, "next"),
                        time(row, "last"),
                        time(row, "silent"),
                        Halt.valueOf(row.getString("halt"))))
                .list();
    }

    List<Standstill> standstills() {
        return jdbc.sql("""
                        with rested as (%s)
                        select f.partner, f.cause_code, min(f.cause) as cause, count(*) as count,
                               min(greatest(coalesce(f.failing_since, f.owed_at), r.until)) as since
                        from delivery.dispatch f left join rested r on r.partner = f.partner
                        where f.state <> 'CONFIRMED' and f.state in ('OWED', 'SENDING', 'DOUBTED')
                          and (f.failing_since is not null or f.state = 'DOUBTED')
                          and coalesce(f.failing_since, f.owed_at) >= coalesce(r.calm, '-infinity')
                        group by f.partner, f.cause_code
                        union all
                        select d.partner, :notTaken, '', count(*), min(d.next_at)
                        from delivery.dispatch d
                        where d.state <> 'CONFIRMED' and d.state = 'OWED' and d.failing_since is null
                          and d.lease_until is null and d.waits_for is null
                          and d.next_at < statement_timestamp() - :slow * interval '1 second'
                          and not exists (select 1 from delivery.closed_partner h where h.partner = d.partner)
                          and not exists (select 1 from delivery.rest r where r.partner = d.partner
                                          and r.until > statement_timestamp() - :calm * interval '1 second')
                        group by d.partner
                        order by since
                        """.formatted(RESTED))
                .param("notTaken", Standstill.NOT_TAKEN)
                .param("slow", SLOW.toSeconds())
                .param("calm", AFTER_A_REST.toSeconds())
                .query((row, n) -> new Standstill(
                        row.getString("partner"),
                        row.getString("cause_code"),
                        row.getString("cause"),
                        row.getLong("count"),
                        time(row, "since")))
                .list();
    }

    List<RouteTally> tallies() {
        return jdbc.sql("""
                        with open as (
                            select route, count(*) filter (where state = 'PARKED') as parked,
                                   count(*) filter (where state <> 'PARKED' and failing_since is not null) as failing,
                                   count(*) filter (where state <> 'PARKED' and failing_since is null) as waiting,
                                   max(greatest(parked_at, failing_since)) as bad
                            from delivery.dispatch where state <> 'CONFIRMED' group by route),
                        done as (
                            select route, count(*) as confirmed, max(confirmed_at) as good from delivery.dispatch
                            where state = 'CONFIRMED' and confirmed_at > statement_timestamp() - interval '24 hours'
                            group by route)
                        select coalesce(o.route, d.route) as route, coalesce(d.confirmed, 0) as confirmed,
                               coalesce(o.waiting, 0) as waiting, coalesce(o.failing, 0) as failing,
                               coalesce(o.parked, 0) as parked, d.good, o.bad
                        from open o full join done d on d.route = o.route order by 1
                        """)
                .query((row, n) -> new RouteTally(
                        row.getString("route"),
                        row.getLong("confirmed"),
                        row.getLong("waiting"),
                        row.getLong("failing"),
                        row.getLong("parked"),
                        time(row, "good"),
                        time(row, "bad")))
                .list();
    }

    List<DispatchDesk.CauseGroup> parkedByCause() {
        return jdbc.sql("""
                        select partner, cause_code, min(cause) as cause, min(owner) as owner, count(*) as count,
                               min(parked_at) as first
                        from delivery.dispatch where state = 'PARKED'
                        group by partner, cause_code order by count(*) desc, partner, cause_code
                        """)
                .query((row, n) -> new DispatchDesk.CauseGroup(
                        row.getString("partner"),
                        row.getString("cause_code"),
                        row.getString("cause"),
                        row.getString("owner"),
                        row.getLong("count"),
                        time(row, "first")))
                .list();
    }
}
