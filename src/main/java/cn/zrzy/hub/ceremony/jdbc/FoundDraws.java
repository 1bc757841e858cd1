package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws that are looked for (抽取检索), by their own number, scheme or plan: a sealed one too, since it names nobody. */
@Repository
class FoundDraws implements Findable {

    private final JdbcClient jdbc;

    FoundDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.DRAW;
    }

    /** A few hundred a year; they are read through. */
    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        select 'DRAW' as kind, r.draw_no as key, coalesce(r.drawn_at, r.frozen_at) as at, '' as object,
                               s.name, '' as holder, r.scheme_no as detail,
                               case when a.draw_no is not null then 'VOIDED' when r.drawn_at is null then 'FROZEN'
                                    else 'DRAWN' end as state
                        from plan.draw_result r join plan.scheme s using (scheme_no)
                        left join plan.abandonment a on a.draw_no = r.draw_no and a.approver is not null
                        where upper(normalize(r.draw_no || ' ' || r.scheme_no || ' ' || r.plan_no || ' ' || s.name, nfkc))
                              like cast(:like as text)
                        order by (r.draw_no = :words) desc, r.frozen_at desc limit :most
                        """).params(sought.parameters()).query(Found.class).list();
    }
}
