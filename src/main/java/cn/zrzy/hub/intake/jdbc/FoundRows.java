package cn.zrzy.hub.intake.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quarantined rows that are looked for (隔离行检索): by key, field, rule, place and the masked value; never by their bytes. */
@Repository
class FoundRows implements Findable {

    private final JdbcClient jdbc;

    FoundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.QUARANTINED;
    }

    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        select 'QUARANTINED' as kind, id::text as key, last_seen as at,
                               case when identity like 'key:%' then regexp_replace(identity, '^key:([A-Z_]+/)?', '') else '' end
                                   as object,
                               '' as name, '' as holder, message as detail, state
                        from intake.quarantined_row
                        where id in (
                            (select id from intake.quarantined_row where sought like cast(:like as text) limit :scanned)
                            union
                            select id from intake.quarantined_row
                            where regexp_replace(identity, '^key:([A-Z_]+/)?', '') = any (cast(:codes as text[])))
                        order by last_seen desc, id desc limit :most
                        """)
                .params(sought.inHistory().parameters())
                .query(Found.class)
                .list();
    }
}
