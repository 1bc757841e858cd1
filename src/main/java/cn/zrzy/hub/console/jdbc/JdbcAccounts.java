package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps accounts in {@code console.account} and the set-up link in {@code console.setup_link}. */
@Repository
class JdbcAccounts implements Accounts {

    private static final String SELECT =
            "select username, display_name, role, password_hash, enabled, locked_until from console.account ";

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from console.account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(SELECT + "order by username")
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public Optional<Account> find(String username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username)
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public void add(Account a) {
        jdbc.sql("insert into console.account (username, display_name, role, password_hash) values (?, ?, ?, ?)")
                .params(a.username(), a.displayName(), a.role().name(), a.passwordHash())
                .update();
    }

    @Override
    public void enable(String username, boolean enabled) {
        jdbc.sql("update console.account set enabled = :enabled, failed_attempts = 0, locked_until = null"
                        + " where username = :username")
                .param("enabled", enabled)
                .param("username", username)
                .update();
    }

    @Override
    public OptionalInt claimAttempt(String username, Instant now, int limit, Instant lockedUntil) {
        return jdbc.sql("""
                        update console.account as a
                           set failed_attempts = next.attempts,
                               locked_until = case when next.attempts >= :limit then cast(:lockedUntil as timestamptz) end
                          from (select username,
                                       case when locked_until is null then failed_attempts + 1 else 1 end as attempts
                                  from console.account
                                 where username = :username and enabled
                                   and (locked_until is null or locked_until <= :now)
                                   for update) as next
                         where a.username = next.username
                        returning a.failed_attempts""")
                .param("username", username)
                .param("now", utc(now))
                .param("limit", limit)
                .param("lockedUntil", utc(lockedUntil))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public void succeeded(String username) {
        jdbc.sql("update console.account set failed_attempts = 0, locked_until = null where username = :username")
                .param("username", username)
                .update();
    }

    @Override
    public void replaceSetupLink(String tokenHash, Instant expiresAt) {
        jdbc.sql("""
                        insert into console.setup_link (id, token_hash, expires_at) values (1, :hash, :expires)
                        on conflict (id) do update set token_hash = :hash, expires_at = :expires""").param("hash", tokenHash).param("expires", utc(expiresAt)).update();
    }

    @Override
    public boolean isSetupLinkValid(String tokenHash, Instant now) {
        return jdbc.sql("select exists (select from console.setup_link where token_hash = :hash and expires_at > :now)")
                .param("hash", tokenHash)
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean useSetupLink(String tokenHash, Instant now) {
        return jdbc.sql("delete from console.setup_link where token_hash = :hash and expires_at > :now")
                        .param("hash", tokenHash)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Account account(ResultSet rs, int row) throws SQLException {
        OffsetDateTime locked = rs.getObject("locked_until", OffsetDateTime.class);
        return new Account(
                rs.getString("username"),
                rs.getString("display_name"),
                Role.valueOf(rs.getString("role")),
                rs.getString("password_hash"),
                rs.getBoolean("enabled"),
                locked == null ? null : locked.toInstant());
    }
}
