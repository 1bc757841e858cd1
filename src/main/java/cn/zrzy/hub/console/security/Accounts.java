package cn.zrzy.hub.console.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storage of accounts and of the set-up link; kept by {@code console.jdbc}. */
public interface Accounts {

    /** Whether there is somebody who can open accounts, at work or disabled. */
    boolean hasAdministrator();

    List<Account> all();

    Optional<Account> find(String username);

    void add(Account account);

    /** One whose owner has still to set the password. */
    void invite(Account account);

    /** Who have set a password, at work or disabled. */
    List<Account> administrators();

    /** 上次登录. */
    record LastLogin(String username, OffsetDateTime at, String from) {}

    /** Of those who ever logged in, by account. */
    Map<String, LastLogin> lastLogins();

    void loggedIn(LastLogin login);

    /** Also ends the account's sessions. */
    void enable(String username, boolean enabled);

    /** Also ends the account's sessions. */
    void changeRole(String username, Role role);

    /** Also ends the account's sessions. */
    void changePassword(String username, String passwordHash);

    /** What a link is for: FIRST 首次设置 counts only while there is no administrator, RECOVERY 找回 always. */
    enum Purpose {
        FIRST,
        RECOVERY
    }

    void replaceSetupLink(String tokenHash, Instant expiresAt, Purpose purpose);

    void dropSetupLink();

    Optional<Purpose> setupLink(String tokenHash, Instant now);

    /** True for exactly one caller. */
    boolean useSetupLink(String tokenHash, Instant now);
}
