package cn.zrzy.hub.registry.search.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inspectors that are looked for (检查人员检索): by staff or card number, name and unit. A city has hundreds of them. */
@Repository
class FoundInspectors implements Findable {

    private final JdbcClient jdbc;

    FoundInspectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.INSPECTOR;
    }

    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        select 'INSPECTOR' as kind, key, since as at, card_no as object, name, '' as holder,
                               unit || '，' || department || '，' || duty as detail,
                               case when retired then 'RETIRED' else 'LIVE' end as state
                        from registry.inspector_version
                        where until is null
                          and upper(normalize(key || ' ' || card_no || ' ' || name || ' ' || unit, nfkc)) like cast(:like as text)
                        order by (key = :words or card_no = :words) desc, retired, key limit :most
                        """).params(sought.parameters()).query(Found.class).list();
    }
}
