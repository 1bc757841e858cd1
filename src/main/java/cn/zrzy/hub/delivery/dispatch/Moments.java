package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.dispatch.Transition.Mark;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Its moments (时刻), all by the database's clock, for two hubs may have two clocks.
 *
 * @param now when it was read under its lock
 * @param nextAt when something happens by itself; null while it is leased, parked or done
 * @param failingSince since when try after try fails; null while nothing does
 * @param sentAt first time it was surely with the carrier; {@code confirmedAt} likewise: by it others were let go
 * @param yieldedAt when it was first refused for certain, and from then on let its own newer version past
 */
public record Moments(
        OffsetDateTime now,
        OffsetDateTime nextAt,
        OffsetDateTime failingSince,
        OffsetDateTime sentAt,
        OffsetDateTime confirmedAt,
        OffsetDateTime parkedAt,
        OffsetDateTime yieldedAt) {

    /** @param wait back-off or term, where the line asks for one */
    Moments after(Transition line, Duration wait, boolean unsure) {
        return new Moments(
                now,
                next(line, wait),
                failing(line),
                line.to() == Standing.SENT ? first(sentAt) : sentAt,
                line.to() == Standing.CONFIRMED ? first(confirmedAt) : confirmedAt,
                line.to() == Standing.PARKED ? now : parkedAt,
                line.to() == Standing.PARKED && !unsure ? first(yieldedAt) : yieldedAt);
    }

    private OffsetDateTime next(Transition line, Duration wait) {
        return switch (line.next()) {
            case KEPT -> nextAt;
            case NOW -> now;
            case BACKOFF, TERM -> now.plus(wait);
            case NONE, LEASE -> null;
        };
    }

    private OffsetDateTime failing(Transition line) {
        if (line.marks().contains(Mark.SETBACK)) {
            return first(failingSince);
        }
        return line.marks().contains(Mark.TAKEN) || line.marks().contains(Mark.AFRESH) ? null : failingSince;
    }

    private OffsetDateTime first(OffsetDateTime known) {
        return known == null ? now : known;
    }
}
