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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps accounts in {@code console.account} and the set-up link in {@code console.setup_link}. */
@Repository
class JdbcAccounts implements Accounts {

    private static final String SELECT =
            "select username, display_name, role, password_hash, enabled, epoch from console.account ";

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hasAdministrator() {
        return jdbc.sql("select exists (select from console.account where role = 'ADMIN')")
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
        add(a, false);
    }

    @Override
    public void invite(Account a) {
        add(a, true);
    }

    private void add(Account a, boolean awaitsPassword) {
        jdbc.sql("""
                        insert into console.account (username, display_name, role, password_hash, awaits_password)
                        values (?, ?, ?, ?, ?)""")
                .params(a.username(), a.displayName(), a.role().name(), a.passwordHash(), awaitsPassword)
                .update();
    }

    @Override
    public List<Account> administrators() {
        return jdbc.sql(SELECT + "where role = 'ADMIN' and not awaits_password order by username")
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public Map<String, LastLogin> lastLogins() {
        return jdbc.sql("""
                        select username, last_login_at as at, last_login_from as "from" from console.account
                        where last_login_at is not null""").query(LastLogin.class).list().stream()
                .collect(Collectors.toMap(LastLogin::username, Function.identity()));
    }

    @Override
    public void loggedIn(LastLogin login) {
        jdbc.sql("update console.account set last_login_at = ?, last_login_from = ? where username = ?")
                .params(login.at(), login.from(), login.username())
                .update();
    }

    @Override
    public void enable(String username, boolean enabled) {
        jdbc.sql("update console.account set enabled = :enabled, epoch = epoch + 1 where username = :username")
                .param("enabled", enabled)
                .param("username", username)
                .update();
        endLinks(username);
    }

    @Override
    public void changeRole(String username, Role role) {
        jdbc.sql("update console.account set role = :role, epoch = epoch + 1 where username = :username")
                .param("role", role.name())
                .param("username", username)
                .update();
        endLinks(username);
    }

    @Override
    public void changePassword(String username, String passwordHash) {
        jdbc.sql("update console.account set password_hash = :hash, awaits_password = false, epoch = epoch + 1"
                        + " where username = :username")
                .param("hash", passwordHash)
                .param("username", username)
                .update();
        endLinks(username);
    }

    /** Whatever changed the account since, a link made before it opens nothing any more. */
    private void endLinks(String username) {
        jdbc.sql("delete from console.password_link where username = ?")
                .param(username)
                .update();
    }

    @Override
    public void replaceSetupLink(String tokenHash, Instant expiresAt, Purpose purpose) {
        jdbc.sql("""
                        insert into console.setup_link (id, token_hash, expires_at, purpose) values (1, :hash, :expires, :purpose)
                        on conflict (id) do update set token_hash = :hash, expires_at = :expires, purpose = :purpose""")
                .param("hash", tokenHash)
                .param("expires", utc(expiresAt))
                .param("purpose", purpose.name())
                .update();
    }

    @Override
    public void dropSetupLink() {
        jdbc.sql("delete from console.setup_link").update();
    }

    @Override
    public Optional<Purpose> setupLink(String tokenHash, Instant now) {
        return jdbc.sql("select purpose from console.setup_link where token_hash = :hash and expires_at > :now")
                .param("hash", tokenHash)
                .param("now", utc(now))
                .query(String.class)
                .optional()
                .map(Purpose::valueOf);
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
        return new Account(
                rs.getString("username"),
                rs.getString("display_name"),
                Role.valueOf(rs.getString("role")),
                rs.getString("password_hash"),
                rs.getBoolean("enabled"),
                rs.getInt("epoch"));
    }
}
