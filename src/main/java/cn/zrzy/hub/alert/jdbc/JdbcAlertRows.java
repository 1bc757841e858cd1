package cn.zrzy.hub.alert.jdbc;

import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.AlertRows;
import cn.zrzy.hub.alert.Letter;
import cn.zrzy.hub.kernel.Cause;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a round writes. */
@Repository
@Transactional
class JdbcAlertRows implements AlertRows {

    private static final int ROUND = 20261130;

    private final JdbcClient jdbc;

    JdbcAlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean takeRound() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ROUND)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Alert> open() {
        return jdbc.sql(JdbcAlerts.SELECT + "where a.ended_at is null order by a.no")
                .query(Alert.class)
                .list();
    }

    @Override
    public long raise(Cause cause) {
        return jdbc.sql("""
                        insert into alert.alert (cause, kind, sentence, href, urgent, urgent_at, since)
                        values (:cause, :kind, :sentence, :href, :urgent, case when :urgent then clock_timestamp() end,
                                coalesce(:since, clock_timestamp())) returning no""")
                .param("cause", cause.key())
                .param("kind", cause.kind())
                .param("sentence", cause.sentence())
                .param("href", cause.href())
                .param("urgent", !cause.canWait())
                .param("since", cause.since(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Long.class)
                .single();
    }

    @Override
    public void renew(long no, Cause cause, Duration calmAfter) {
        jdbc.sql("""
                        update alert.alert
                        set kind = :kind, sentence = :sentence, href = :href, gone_at = null, urgent = :urgent,
                            calmed_at = case when :urgent then null when urgent then clock_timestamp() else calmed_at end,
                            turn = turn + case when :urgent and not urgent
                                and calmed_at <= clock_timestamp() - :calm * interval '1 millisecond' then 1 else 0 end,
                            urgent_at = case when :urgent then coalesce(urgent_at, clock_timestamp()) end
                        where no = :no""")
                .param("kind", cause.kind())
                .param("sentence", cause.sentence())
                .param("href", cause.href())
                .param("urgent", !cause.canWait())
                .param("calm", calmAfter.toMillis())
                .param("no", no)
                .update();
    }

    @Override
    public void gone(long no) {
        jdbc.sql("update alert.alert set gone_at = clock_timestamp() where no = ? and gone_at is null")
                .param(no)
                .update();
    }

    @Override
    public List<Long> end(Duration calmAfter) {
        return jdbc.sql("""
                        update alert.alert set ended_at = clock_timestamp()
                        where ended_at is null and gone_at <= clock_timestamp() - ? * interval '1 millisecond'
                        returning no""").param(calmAfter.toMillis()).query(Long.class).list();
    }

    @Override
    public List<String> endMutes() {
        return jdbc.sql("delete from alert.mute where until <= statement_timestamp() returning cause")
                .query(String.class)
                .list();
    }

    @Override
    public Set<String> said() {
        return new HashSet<>(jdbc.sql("""
                        select l.alert || ' ' || l.what from alert.letter l join alert.alert a on a.no = l.alert
                        where a.ended_at is null and (l.turn = a.turn or l.what = 'RAISED')""").query(String.class).list());
    }

    @Override
    public void say(long alert, Letter.What what, String route) {
        jdbc.sql("""
                        insert into alert.letter (alert, what, route, turn)
                        select no, ?, ?, turn from alert.alert where no = ? on conflict do nothing""").params(what.name(), route, alert).update();
    }

    @Override
    public void sayMended(long alert) {
        jdbc.sql("""
                        update alert.letter set state = 'DROPPED'
                        where alert = ? and state = 'WAITING' and (lease_until is null or lease_until < clock_timestamp())""").param(alert).update();
        jdbc.sql("""
                        insert into alert.letter (alert, what, route)
                        select distinct alert, 'MENDED', route from alert.letter where alert = ? and state <> 'DROPPED'
                        on conflict do nothing""").param(alert).update();
    }
}
