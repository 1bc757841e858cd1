package cn.zrzy.hub.console.token;

import cn.zrzy.hub.console.security.Account;
import java.time.OffsetDateTime;

/**
 * A token of one person's account (个人令牌), without the token itself, which nobody keeps.
 *
 * @param name what it is for, in its owner's words
 * @param readOnly it may look and change nothing
 * @param epoch the account's count when it was made: a new password, a new role or being disabled ends it for good
 * @param usedAt null until it was used; exact to a minute
 * @param revokedAt null while nobody took it back
 */
public record PersonalToken(
        long no,
        String username,
        String name,
        boolean readOnly,
        int epoch,
        OffsetDateTime madeAt,
        OffsetDateTime expiresAt,
        OffsetDateTime usedAt,
        String usedFrom,
        OffsetDateTime revokedAt) {

    /** What may be said of it: VALID 有效, EXPIRED 已到期, REVOKED 已作废, ENDED 账号变动后失效. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED,
        ENDED
    }

    public State state(Account owner, OffsetDateTime now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (!owner.enabled() || owner.epoch() != epoch) {
            return State.ENDED;
        }
        return expiresAt.isAfter(now) ? State.VALID : State.EXPIRED;
    }
}
