package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Term;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 停机窗口 in {@code delivery.maintenance}; what is open is judged by the database's clock, as the claim is. */
@Repository("windows")
@Transactional
class JdbcWindows implements Windows {

    private static final String WINDOW = """
            select no, partner, days, begins, ends, starts_at, ends_at, entered_at, entered_by, reason,
                   case when ended_at is not null then 'ENDED' when ends_at <= statement_timestamp() then 'PAST' end as over
            from delivery.maintenance
            """;

    private static final String OPEN = """
            select no, partner, since, until, entered_by, reason
            from delivery.maintenance_time where until > statement_timestamp()""";

    private static final String ID = " where partner || '-' || no = ?";

    private final JdbcClient jdbc;

    JdbcWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            long no,
            String partner,
            String days,
            @Nullable LocalTime begins,
            @Nullable LocalTime ends,
            @Nullable OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            OffsetDateTime enteredAt,
            String enteredBy,
            String reason,
            Window.@Nullable Over over) {

        Window window() {
            return new Window(
                    no, partner, new Term(days, begins, ends, startsAt, endsAt), enteredAt, enteredBy, reason, over);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Window> of(String partner) {
        return jdbc.sql(WINDOW + """
                        where partner = ? and ended_at is null and coalesce(ends_at, 'infinity') > statement_timestamp()
                        order by starts_at nulls first, no""").param(partner).query(Row.class).list().stream()
                .map(Row::window)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Window> find(String id) {
        return jdbc.sql(WINDOW + ID).param(id).query(Row.class).optional().map(Row::window);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Opening> open() {
        return jdbc.sql("select distinct on (partner) * from (" + OPEN + ") open order by partner, until desc, no")
                .query(Opening.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Opening> open(String partner) {
        return jdbc.sql("select * from (" + OPEN + ") open where partner = ? order by until desc, no")
                .param(partner)
                .query(Opening.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> away(Duration lately) {
        return jdbc.sql("select distinct partner from delivery.maintenance_time"
                        + " where until > statement_timestamp() - make_interval(secs => ?)")
                .param(lately.toSeconds())
                .query(String.class)
                .set();
    }

    @Override
    public void enter(String partner, Term term, String who, String reason) {
        jdbc.sql("""
                        insert into delivery.maintenance
                            (partner, days, begins, ends, starts_at, ends_at, entered_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(partner, term.days(), term.begins(), term.ends(), term.startsAt(), term.endsAt(), who, reason)
                .update();
    }

    @Override
    public void end(String id, String who, String reason) {
        jdbc.sql("update delivery.maintenance set ended_at = clock_timestamp(), ended_by = ?, end_reason = ?" + ID
                        + " and ended_at is null")
                .params(who, reason, id)
                .update();
    }
}
