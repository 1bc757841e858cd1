package cn.zrzy.hub.alert.jdbc;

import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code alert.channel}; a channel that the settings no longer name is not told of. */
@Repository
@Transactional
class JdbcChannels implements Channels {

    /** Doubling ends here. */
    private static final int LONGEST_REST_MINUTES = 10;

    private final JdbcClient jdbc;
    private final AlertTerms terms;

    JdbcChannels(JdbcClient jdbc, AlertTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    @Override
    @Transactional(readOnly = true)
    public List<State> all() {
        if (terms.channels().isEmpty()) {
            return List.of();
        }
        Map<String, State> known =
                jdbc
                        .sql("select name, told_at, failing_since, error from alert.channel")
                        .query(State.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(State::name, Function.identity()));
        return terms.channels().keySet().stream()
                .sorted()
                .map(name -> known.getOrDefault(name, new State(name, null, null, "")))
                .toList();
    }

    @Override
    public Turn take(String name, Duration between) {
        jdbc.sql("insert into alert.channel (name) values (?) on conflict do nothing")
                .param(name)
                .update();
        boolean taken = jdbc.sql("""
                                update alert.channel set tried_at = clock_timestamp()
                                where name = ? and (rest_until is null or rest_until <= clock_timestamp())
                                  and (tried_at is null or tried_at <= clock_timestamp() - ? * interval '1 millisecond')""").params(name, between.toMillis()).update() == 1;
        boolean resting = !taken
                && jdbc.sql("select coalesce(rest_until > clock_timestamp(), false) from alert.channel where name = ?")
                        .param(name)
                        .query(Boolean.class)
                        .single();
        return taken ? Turn.FREE : resting ? Turn.RESTING : Turn.BUSY;
    }

    @Override
    public void told(String name) {
        jdbc.sql("""
                        update alert.channel
                        set told_at = clock_timestamp(), failing_since = null, error = '', rest_until = null, failures = 0
                        where name = ?""").param(name).update();
    }

    @Override
    public void failed(String name, String error, Duration rest) {
        jdbc.sql("""
                        update alert.channel
                        set failing_since = coalesce(failing_since, clock_timestamp()), error = :error,
                            failures = failures + 1,
                            rest_until = clock_timestamp() + least(:rest * power(2, least(failures, 10)),
                                greatest(:rest, :longest)) * interval '1 millisecond'
                        where name = :name""")
                .param("error", error)
                .param("rest", rest.toMillis())
                .param("longest", Duration.ofMinutes(LONGEST_REST_MINUTES).toMillis())
                .param("name", name)
                .update();
    }
}
