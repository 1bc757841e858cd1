package cn.zrzy.hub.console.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Storage of accounts and of the set-up link; kept by {@code console.jdbc}. */
public interface Accounts {

    boolean isEmpty();

    List<Account> all();

    Optional<Account> find(String username);

    void add(Account account);

    void enable(String username, boolean enabled);

    /**
     * Counts one log-in attempt before the password is looked at, so that guesses made side by side cannot outrun the
     * count. The attempt that reaches the limit locks the account until {@link #succeeded} opens it again.
     *
     * @return attempts in a row including this one, empty when the account is locked, disabled or absent
     */
    OptionalInt claimAttempt(String username, Instant now, int limit, Instant lockedUntil);

    void succeeded(String username);

    void replaceSetupLink(String tokenHash, Instant expiresAt);

    boolean isSetupLinkValid(String tokenHash, Instant now);

    /** True for exactly one caller. */
    boolean useSetupLink(String tokenHash, Instant now);
}
