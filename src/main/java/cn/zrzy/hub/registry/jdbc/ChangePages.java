package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.search.jdbc.FieldChanges;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The difference page (差异): old and new of each planned change, before and after it became live. */
@Repository
class ChangePages {

    private static final String PENDING = """
            select p.key, p.change, to_jsonb(l) as before, to_jsonb(s) as after
            from registry.planned_change p
            left join $versions l on l.key = p.key and l.until is null and not l.retired
            left join $staged s on s.run_id = p.run_id and s.key = p.key
            where p.run_id = :run and (cast(:change as text) is null or p.change = :change)
            order by p.change, p.key offset :offset limit :limit""";

    private static final String LIVE = """
            select p.key, p.change, to_jsonb(o) as before, to_jsonb(n) as after
            from registry.planned_change p
            left join $versions n on n.key = p.key and n.run_id = p.run_id
            left join $versions o on o.key = p.key and o.version = n.version - 1
            where p.run_id = :run and (cast(:change as text) is null or p.change = :change)
            order by p.change, p.key offset :offset limit :limit""";

    private final JdbcClient jdbc;
    private final FieldChanges fields = new FieldChanges();

    ChangePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RowChange> page(SyncRun run, ShelfTables tables, RowChange.Kind changeOrNull, int offset, int limit) {
        return jdbc.sql(tables.sql(run.state() == SyncRun.State.APPLIED ? LIVE : PENDING))
                .param("run", run.runId())
                .param("change", changeOrNull == null ? null : changeOrNull.name())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> {
                    RowChange.Kind change = RowChange.Kind.valueOf(row.getString("change"));
                    String before = row.getString("before");
                    String after = row.getString("after");
                    return new RowChange(
                            row.getString("key"),
                            fields.name(before, after),
                            change,
                            change == RowChange.Kind.CHANGED ? fields.between(before, after) : List.of());
                })
                .list();
    }
}
