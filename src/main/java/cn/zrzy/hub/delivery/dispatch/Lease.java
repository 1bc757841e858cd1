package cn.zrzy.hub.delivery.dispatch;

import java.time.OffsetDateTime;

/**
 * Who may work on it (租约): the number grows with each claim, so that an older message is known by it.
 *
 * @param leaseUntil null when nobody may
 * @param leaseBegun somebody has begun under it
 */
public record Lease(long leaseNo, OffsetDateTime leaseUntil, boolean leaseBegun) {

    Lease ended() {
        return new Lease(leaseNo, null, false);
    }

    Lease begunUntil(OffsetDateTime until) {
        return new Lease(leaseNo, until, true);
    }
}
