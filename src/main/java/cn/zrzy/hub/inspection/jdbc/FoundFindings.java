package cn.zrzy.hub.inspection.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings that are looked for (检查结果检索), every version; what was found in words is not looked into. */
@Repository
class FoundFindings implements Findable {

    private final JdbcClient jdbc;

    FoundFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.FINDING;
    }

    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        with hit as materialized (
                            select finding_no, version from inspection.finding
                            where finding_no = split_part(cast(:words as text), '@', 1) or object_id = any (cast(:codes as text[]))
                            union
                            (select finding_no, version from inspection.finding
                             where sought like cast(:like as text)
                               and coalesce(document ->> 'drawNo', '') <> all (cast(:sealed as text[])) limit :scanned))
                        select 'FINDING' as kind, finding_no || '@' || version as key, recorded_at as at, object_id as object,
                               coalesce(document ->> 'objectName', '') as name, '' as holder, '' as state,
                               coalesce(document ->> 'itemCode', '') || '，' || array_to_string(codes, '、') as detail
                        from inspection.finding join hit using (finding_no, version)
                        where coalesce(document ->> 'drawNo', '') <> all (cast(:sealed as text[]))
                        order by (finding_no = split_part(cast(:words as text), '@', 1)) desc, recorded_at desc, finding_no, version desc limit :most
                        """)
                .params(sought.inHistory().parameters())
                .query(Found.class)
                .list();
    }
}
