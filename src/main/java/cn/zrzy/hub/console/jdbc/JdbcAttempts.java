package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.security.Attempt;
import cn.zrzy.hub.console.security.Attempts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps attempts in {@code console.login_attempt}. */
@Repository
class JdbcAttempts implements Attempts {

    private final JdbcClient jdbc;

    JdbcAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Written even when nothing changes, so that one statement finds or makes the row and locks it. */
    @Override
    public Attempt hold(String username, String address) {
        Attempt none = Attempt.none(username, address);
        return jdbc.sql("""
                        insert into console.login_attempt as a (username, address, failures, last_at, blocked_until)
                        values (?, ?, ?, ?, ?)
                        on conflict (username, address) do update set failures = a.failures
                        returning failures, last_at, blocked_until""")
                .params(username, address, none.failures(), utc(none.lastAt()), utc(none.blockedUntil()))
                .query((rs, row) -> new Attempt(
                        username,
                        address,
                        rs.getInt("failures"),
                        rs.getObject("last_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("blocked_until", OffsetDateTime.class).toInstant()))
                .single();
    }

    @Override
    public void keep(Attempt a) {
        jdbc.sql("""
                        update console.login_attempt set failures = ?, last_at = ?, blocked_until = ?
                         where username = ? and address = ?""")
                .params(a.failures(), utc(a.lastAt()), utc(a.blockedUntil()), a.username(), a.address())
                .update();
    }

    @Override
    public void forget(String username, String address) {
        jdbc.sql("delete from console.login_attempt where username = ? and address = ?")
                .params(username, address)
                .update();
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("delete from console.login_attempt where last_at < ?")
                .params(utc(moment))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
