package cn.zrzy.hub.console.wall;

import java.time.OffsetDateTime;

/**
 * One screen's link (大屏链接), without the link itself, which nobody keeps.
 *
 * @param name where the screen hangs
 * @param madeBy account of the administrator
 * @param usedAt null until it was opened; exact to a minute
 * @param revokedAt null while nobody took it back
 */
public record Wall(
        long no,
        String name,
        String madeBy,
        OffsetDateTime madeAt,
        OffsetDateTime expiresAt,
        OffsetDateTime usedAt,
        String usedFrom,
        OffsetDateTime revokedAt) {

    /** VALID 有效, EXPIRED 已到期, REVOKED 已作废. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State state(OffsetDateTime now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt.isAfter(now) ? State.VALID : State.EXPIRED;
    }
}
