package cn.zrzy.hub.plan.jdbc;

import cn.zrzy.hub.plan.approval.Askers;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAskers implements Askers {

    private final JdbcClient jdbc;

    JdbcAskers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> account(String thing) {
        return jdbc.sql("select asked_by from plan.four_eyes where thing = ? and asked_by is not null")
                .params(thing)
                .query(String.class)
                .optional();
    }

    @Override
    public void asked(String thing, String account, OffsetDateTime at) {
        jdbc.sql("""
                        insert into plan.four_eyes (thing, asked_by, asked_at) values (?, ?, ?)
                        on conflict (thing) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at
                        where four_eyes.decided_by is null
                        """).params(thing, account, at).update();
    }

    @Override
    public void decided(String thing, String account, OffsetDateTime at) {
        jdbc.sql("""
                        insert into plan.four_eyes (thing, decided_by, decided_at) values (?, ?, ?)
                        on conflict (thing) do update set decided_by = excluded.decided_by, decided_at = excluded.decided_at
                        """).params(thing, account, at).update();
    }
}
