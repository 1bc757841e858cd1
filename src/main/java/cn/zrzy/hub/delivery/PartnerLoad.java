package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with one addressee (对接单位情况).
 *
 * @param confirmed within the last 24 hours; what was ever sent is not counted anew at every look
 * @param oldestOpenAt when the oldest of what is not yet confirmed was owed; null when nothing is open
 * @param nextAt the next time something happens by itself; null when nothing is due
 * @param lastConfirmedAt last success
 * @param silentSince when the first of what it has not taken was tried, if it has given no proper answer since; else null
 * @param halt why nothing is sent to it just now
 */
public record PartnerLoad(
        String partner,
        long owed,
        long sending,
        long sent,
        long doubted,
        long parked,
        long confirmed,
        @Nullable OffsetDateTime oldestOpenAt,
        @Nullable OffsetDateTime nextAt,
        @Nullable OffsetDateTime lastConfirmedAt,
        @Nullable OffsetDateTime silentSince,
        Halt halt) {

    /** Everything that waits for us or for them. */
    public long open() {
        return owed + sending + sent + doubted + parked;
    }

    /** 待发: what goes out by itself when it may; not what has left, nor what waits for a person. */
    public long waiting() {
        return owed + doubted;
    }

    /** Left alone until a moment that is known, so nobody need be told that it takes nothing. */
    public boolean resting() {
        return halt == Halt.PAUSED || halt == Halt.WINDOW;
    }

    /** The one word for it; what is worst comes first. */
    public PartnerState standing() {
        if (halt == Halt.PAUSED) {
            return PartnerState.PAUSED;
        }
        if (halt == Halt.WINDOW) {
            return PartnerState.WINDOW;
        }
        if (silentSince != null) {
            return PartnerState.SILENT;
        }
        if (parked > 0) {
            return PartnerState.PARKED;
        }
        if (doubted > 0) {
            return PartnerState.DOUBTED;
        }
        if (halt == Halt.KEYS) {
            return PartnerState.HELD;
        }
        return open() > 0 ? PartnerState.WAITING : PartnerState.CALM;
    }
}
