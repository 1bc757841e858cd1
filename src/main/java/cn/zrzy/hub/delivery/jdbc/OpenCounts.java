package cn.zrzy.hub.delivery.jdbc;

import static cn.zrzy.hub.delivery.jdbc.JdbcDispatchDesk.time;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.PartnerLoad;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the desk (未办结计数): exact for everything that is open, and at the cost of what is open only. */
@Component
class OpenCounts {

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
                                   min(owed_at) as oldest, min(next_at) as next
                            from delivery.dispatch where state <> 'CONFIRMED' group by partner)
                        select k.partner, s.owed, s.sending, s.sent, s.doubted, s.parked, s.oldest, s.next,
                               (select count(*) from delivery.dispatch c where c.partner = k.partner
                                and c.state = 'CONFIRMED'
                                and c.confirmed_at > statement_timestamp() - interval '24 hours') as confirmed,
                               (select max(c.confirmed_at) from delivery.dispatch c
                                where c.partner = k.partner and c.state = 'CONFIRMED') as last
                        from known k left join standing s on s.partner = k.partner
                        where k.partner is not null order by k.partner
                        """)
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
                        time(row, "last")))
                .list();
    }

    DispatchDesk.Doubt doubtful() {
        return jdbc.sql("select count(*) as count, min(owed_at) as oldest from delivery.dispatch"
                        + " where state <> 'CONFIRMED' and (state = 'DOUBTED' or unsure)")
                .query((row, n) -> new DispatchDesk.Doubt(row.getLong("count"), time(row, "oldest")))
                .single();
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
