package cn.zrzy.hub.registry.search.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objects that are looked for (检查对象检索), by what any of their versions said; each once, as it stands now. */
@Repository
class FoundSubjects implements Findable {

    private final JdbcClient jdbc;

    FoundSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.SUBJECT;
    }

    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        with hit as materialized (
                            select code, true as whole from registry.subject_version
                            where code = :words or code = any (cast(:codes as text[]))
                            union all
                            select code, true from registry.subject_version
                            where holder_code <> '' and (holder_code = :words or holder_code = any (cast(:codes as text[])))
                            union all
                            (select code, true from registry.subject_version
                             where upper(normalize(name, nfkc)) = :words limit :scanned)
                            union all
                            (select code, false from registry.subject_version
                             where sought like cast(:like as text) limit :scanned)),
                        wanted as (
                            select code, bool_or(whole) as whole from hit group by code order by whole desc, code limit :most)
                        select 'SUBJECT' as kind, w.code as key, n.since as at, w.code as object, n.name,
                               case when n.holder_name = n.name then '' else n.holder_name end as holder,
                               n.region || '，' || n.status || case when n.obstacle = '' then '' else '，' || n.obstacle end
                                   as detail,
                               case when n.retired then 'RETIRED' else 'LIVE' end as state
                        from wanted w cross join lateral (
                            select * from registry.subject_version v where v.code = w.code
                            order by v.retired, v.since desc, v.version desc limit 1) n
                        order by w.whole desc, n.retired, w.code
                        """).params(sought.parameters()).query(Found.class).list();
    }
}
