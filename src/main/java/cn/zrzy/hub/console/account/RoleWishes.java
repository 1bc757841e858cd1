package cn.zrzy.hub.console.account;

import cn.zrzy.hub.console.security.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Storage of asked changes of role, one a person at most; kept by {@code console.jdbc}. */
public interface RoleWishes {

    /** 改角色申请. */
    record Wish(String username, Role role, String askedBy, String reason, OffsetDateTime askedAt) {}

    List<Wish> open();

    /** Locks it until the transaction ends: two who decide in one moment are one. */
    Optional<Wish> hold(String username);

    /** @return false when one is open already */
    boolean ask(Wish wish);

    void drop(String username);
}
