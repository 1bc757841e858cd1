package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.duty.DeadlineRows;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeadlineRows implements DeadlineRows {

    private final JdbcClient jdbc;

    JdbcDeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Row clock, String calendarVersion) {
        jdbc.sql("""
                        insert into duty.deadline (kind, key, label, basis, started_at, due_at, provisional, calendar_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        clock.kind(),
                        clock.key(),
                        clock.label(),
                        clock.basis(),
                        clock.startedAt(),
                        clock.dueAt(),
                        clock.provisional(),
                        calendarVersion)
                .update();
    }

    @Override
    public void met(String key, String kind) {
        jdbc.sql("update duty.deadline set met_at = now() where kind = ? and key = ? and met_at is null")
                .params(kind, key)
                .update();
    }

    @Override
    public List<Row> open() {
        return jdbc.sql("select * from duty.deadline where met_at is null order by due_at, key limit 500")
                .query((row, n) -> new Row(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("label"),
                        row.getString("basis"),
                        row.getObject("started_at", OffsetDateTime.class),
                        row.getObject("due_at", OffsetDateTime.class),
                        row.getBoolean("provisional")))
                .list();
    }

    @Override
    public long overdue() {
        return jdbc.sql("select count(*) from duty.deadline where met_at is null and due_at < now()")
                .query(Long.class)
                .single();
    }

    @Override
    public long ending(OffsetDateTime from, OffsetDateTime before) {
        return jdbc.sql("select count(*) from duty.deadline where met_at is null and due_at >= ? and due_at < ?")
                .params(from, before)
                .query(Long.class)
                .single();
    }
}
