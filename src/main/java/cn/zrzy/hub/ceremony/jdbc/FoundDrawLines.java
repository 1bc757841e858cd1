package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of draw results that are looked for (抽中检索): first the draws that name it, then the line in each. */
@Repository
class FoundDrawLines implements Findable {

    private final JdbcClient jdbc;

    FoundDrawLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.DRAW_LINE;
    }

    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        with object as (
                            select jsonb_build_array(jsonb_build_object('objectId', code)) as line
                            from unnest(cast(:codes as text[])) code),
                        naming as (
                            select draw_no from plan.draw_result
                            where upper(normalize(picks::text, nfkc)) like cast(:like as text)
                            union select r.draw_no from object o join plan.draw_result r on r.picks @> o.line
                            union select draw_no from plan.draw_correction
                            where picks is not null and upper(normalize(picks::text, nfkc)) like cast(:like as text)
                            union select c.draw_no from object o join plan.draw_correction c on c.picks @> o.line),
                        standing as (
                            select r.draw_no, r.drawn_at, coalesce(
                                   (select c.picks from plan.draw_correction c
                                    where c.draw_no = r.draw_no and c.no is not null order by c.no desc limit 1), r.picks) as picks
                            from plan.draw_result r join naming using (draw_no)
                            where r.draw_no <> all (cast(:sealed as text[])))
                        select 'DRAW_LINE' as kind, s.draw_no as key, s.drawn_at as at, p ->> 'objectId' as object,
                               p ->> 'objectName' as name, '' as holder,
                               '第 ' || (p ->> 'rank') || ' 位，' || coalesce(p ->> 'itemCodes', '') as detail,
                               case when a.draw_no is null then 'DRAWN' else 'VOIDED' end as state
                        from standing s cross join lateral jsonb_array_elements(s.picks) p
                        left join plan.abandonment a on a.draw_no = s.draw_no and a.approver is not null
                        where upper(normalize(p::text, nfkc)) like cast(:like as text)
                           or p ->> 'objectId' = any (cast(:codes as text[]))
                        order by s.drawn_at desc, s.draw_no, (p ->> 'rank')::int limit :most
                        """)
                .params(sought.inHistory().parameters())
                .query(Found.class)
                .list();
    }
}
