package cn.zrzy.hub.alert.jdbc;

import cn.zrzy.hub.alert.Letter;
import cn.zrzy.hub.alert.Letters;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code alert.letter}, leased before it is sent. */
@Repository
@Transactional
class JdbcLetters implements Letters {

    private static final String FREE = "state = 'WAITING' and (lease_until is null or lease_until < clock_timestamp())";

    private final JdbcClient jdbc;

    JdbcLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean waiting(String route) {
        return jdbc.sql("select exists (select 1 from alert.letter where route = ? and " + FREE + ")")
                .param(route)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> channelsToTest() {
        return jdbc.sql("select distinct channel from alert.letter where route = 'test' and " + FREE)
                .query(String.class)
                .list();
    }

    @Override
    public List<Letter> take(String route, int most, Duration lease) {
        return take("route = :of", route, most, lease);
    }

    @Override
    public List<Letter> takeTests(String channel, Duration lease) {
        return take("route = 'test' and channel = :of", channel, 1, lease);
    }

    private List<Letter> take(String which, String of, int most, Duration lease) {
        return jdbc.sql("""
                        with taken as (
                            update alert.letter
                            set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                            where no in (select no from alert.letter where %s and %s
                                         order by no limit :most for update skip locked)
                            returning no, alert, what, made_at)
                        select t.no, coalesce(t.alert, 0) as alert, t.what, coalesce(a.sentence, '') as sentence,
                               coalesce(a.href, '') as href, coalesce(a.since, t.made_at) as since
                        from taken t left join alert.alert a on a.no = t.alert order by t.no""".formatted(which, FREE))
                .param("lease", lease.toMillis())
                .param("of", of)
                .param("most", most)
                .query(Letter.class)
                .list();
    }

    @Override
    public void sent(List<Letter> letters, String channel) {
        end(letters, "SENT", channel);
    }

    @Override
    public void drop(List<Letter> letters, String channel) {
        end(letters, "DROPPED", channel);
    }

    private void end(List<Letter> letters, String state, String channel) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update alert.letter set state = :state, channel = :channel, lease_until = null,
                               sent_at = case when :state = 'SENT' then clock_timestamp() end
                        where no in (:numbers)""")
                .param("state", state)
                .param("channel", channel)
                .param("numbers", numbers(letters))
                .update();
    }

    @Override
    public void release(List<Letter> letters) {
        if (!letters.isEmpty()) {
            jdbc.sql("update alert.letter set lease_until = null where state = 'WAITING' and no in (:numbers)")
                    .param("numbers", numbers(letters))
                    .update();
        }
    }

    private static List<Long> numbers(List<Letter> letters) {
        return letters.stream().map(Letter::no).toList();
    }
}
