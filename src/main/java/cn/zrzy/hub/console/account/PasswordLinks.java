package cn.zrzy.hub.console.account;

import java.time.OffsetDateTime;
import java.util.Optional;

/** Storage of links by their digest, one a person at most; kept by {@code console.jdbc}. */
public interface PasswordLinks {

    /** The link before it is void. */
    void replace(String username, String digest, OffsetDateTime expiresAt);

    /** Whose it is; empty when it was used, replaced, is too old or was never made. */
    Optional<String> owner(String digest, OffsetDateTime now);

    /** True for exactly one caller. */
    boolean use(String digest, OffsetDateTime now);
}
