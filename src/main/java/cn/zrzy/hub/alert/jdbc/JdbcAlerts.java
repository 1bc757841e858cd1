package cn.zrzy.hub.alert.jdbc;

import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code alert.alert} as people see it. */
@Repository("alerts")
@Transactional
class JdbcAlerts implements Alerts {

    static final String SELECT = """
            select a.no, a.cause, a.kind, a.sentence, a.href, a.since, a.urgent_at, a.gone_at, a.ended_at, a.owner, a.note,
                   m.until as muted_until
            from alert.alert a left join alert.mute m on m.cause = a.cause and m.until > statement_timestamp()
            """;

    private final JdbcClient jdbc;

    JdbcAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Alert> open() {
        return jdbc.sql(SELECT + "where a.ended_at is null order by a.urgent desc, a.no")
                .query(Alert.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Alert> ended(OffsetDateTime from, OffsetDateTime to, int limit) {
        return jdbc.sql(SELECT + "where a.ended_at >= ? and a.ended_at < ? order by a.ended_at desc limit ?")
                .params(from, to, limit)
                .query(Alert.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Alert> find(long no) {
        return jdbc.sql(SELECT + "where a.no = ?").param(no).query(Alert.class).optional();
    }

    @Override
    public void claim(long no, String who, String note) {
        jdbc.sql("update alert.alert set owner = ?, owned_at = clock_timestamp(), note = ? where no = ?")
                .params(who, note, no)
                .update();
    }

    @Override
    public void mute(String cause, OffsetDateTime until, String who, String reason) {
        jdbc.sql("""
                        insert into alert.mute (cause, until, muted_by, reason) values (?, ?, ?, ?)
                        on conflict (cause) do update
                        set until = excluded.until, muted_by = excluded.muted_by, reason = excluded.reason,
                            since = clock_timestamp()""").params(cause, until, who, reason).update();
    }

    @Override
    public void unmute(String cause) {
        jdbc.sql("update alert.mute set until = clock_timestamp() where cause = ?")
                .param(cause)
                .update();
    }

    @Override
    public void test(String channel) {
        jdbc.sql("insert into alert.letter (what, route, channel) values ('TEST', 'test', ?)")
                .param(channel)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> told(int limit) {
        return jdbc.sql("""
                        select l.no, l.alert, l.what, coalesce(a.sentence, '') as sentence, l.channel, l.state,
                               l.made_at, l.sent_at
                        from alert.letter l left join alert.alert a on a.no = l.alert order by l.no desc limit ?""").param(limit).query(Told.class).list();
    }
}
