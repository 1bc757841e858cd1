package cn.zrzy.hub.console.security;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who is logged in (登录人).
 *
 * @param epoch the account's count when the session began; see {@link Account}
 */
public record Person(String username, String displayName, Role role, int epoch) implements Principal, Serializable {

    public Person(String username, String displayName, Role role) {
        this(username, displayName, role, 0);
    }

    static Person of(Account account) {
        return new Person(account.username(), account.displayName(), account.role(), account.epoch());
    }

    @Override
    public String getName() {
        return username;
    }
}
