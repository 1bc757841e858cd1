package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;

/**
 * How things stand with one addressee (对接单位情况).
 *
 * @param confirmed within the last 24 hours; what was ever sent is not counted anew at every look
 * @param oldestOpenAt when the oldest of what is not yet confirmed was owed; null when nothing is open
 * @param nextAt the next time something happens by itself; null when nothing is due
 * @param lastConfirmedAt last success
 */
public record PartnerLoad(
        String partner,
        long owed,
        long sending,
        long sent,
        long doubted,
        long parked,
        long confirmed,
        OffsetDateTime oldestOpenAt,
        OffsetDateTime nextAt,
        OffsetDateTime lastConfirmedAt) {

    /** Everything that waits for us or for them. */
    public long open() {
        return owed + sending + sent + doubted + parked;
    }
}
