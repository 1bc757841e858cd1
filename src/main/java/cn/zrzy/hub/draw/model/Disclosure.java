package cn.zrzy.hub.draw.model;

import java.time.OffsetDateTime;

/**
 * 公开安排. An unannounced check (不预告) keeps details closed until {@code openAt} by a secret S that was fixed before.
 *
 * @param announced true: everything opens with the draw
 * @param openAt end of the inspection window; null when announced
 * @param secretHash hex H(S) under the draw hash, see {@code seed.Commitment#sealed}; "" when announced
 */
public record Disclosure(boolean announced, OffsetDateTime openAt, String secretHash) {

    public static Disclosure open() {
        return new Disclosure(true, null, "");
    }
}
