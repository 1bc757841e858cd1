package cn.zrzy.hub.console.security;

import java.time.Instant;

/** One person's account (账号). */
public record Account(
        String username, String displayName, Role role, String passwordHash, boolean enabled, Instant lockedUntil) {

    public Account {
        lockedUntil = lockedUntil == null ? Instant.EPOCH : lockedUntil;
    }

    public boolean isLocked(Instant now) {
        return lockedUntil.isAfter(now);
    }
}
