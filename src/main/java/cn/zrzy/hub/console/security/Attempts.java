package cn.zrzy.hub.console.security;

import java.time.Instant;

/** Storage of attempts; kept by {@code console.jdbc} for people, in memory for the management port. */
public interface Attempts {

    /** Nobody else holds the pair until the end of the transaction. A pair never seen has failed never. */
    Attempt hold(String username, String address);

    void keep(Attempt attempt);

    void forget(String username, String address);

    void forgetBefore(Instant moment);
}
