package cn.zrzy.hub.inspection.jdbc;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits that are looked for (检查任务检索): by number, object, item, and whoever goes there. */
@Repository
class FoundVisits implements Findable {

    private final JdbcClient jdbc;

    FoundVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.VISIT;
    }

    @Override
    public List<Found> find(Sought sought) {
        return jdbc.sql("""
                        with hit as materialized (
                            select task_no from inspection.task
                            where task_no = :words or object_id = any (cast(:codes as text[]))
                            union
                            (select task_no from inspection.task
                             where sought like cast(:like as text) and draw_no <> all (cast(:sealed as text[]))
                             limit :scanned))
                        select 'VISIT' as kind, task_no as key, opened_at as at, object_id as object, object_name as name,
                               '' as holder, state,
                               array_to_string(array(select jsonb_array_elements_text(item_codes)), '、')
                                   || '，' || window_from || ' 至 ' || window_to as detail
                        from inspection.task join hit using (task_no)
                        where draw_no <> all (cast(:sealed as text[]))
                        order by (task_no = :words) desc, opened_at desc, task_no limit :most
                        """)
                .params(sought.inHistory().parameters())
                .query(Found.class)
                .list();
    }
}
