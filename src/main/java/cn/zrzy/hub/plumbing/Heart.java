package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.kernel.Shift;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of one shift (续班): each beat renews the run's lease in the ledger. When the ledger says that the run has passed
 * on, or when no beat got through for as long as the lease lasts, the shift ends, and its worker stops at its next step. Time
 * is measured on this process's own monotonic clock, from before the ledger was asked, so that a process that was stopped
 * knows as soon as it goes on that its time has run out.
 */
final class Heart {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

    private final DutyLedger ledger;
    private final Shift shift;
    private final long lease;
    private final LongSupplier nanoTime;
    private volatile long lastSign;
    private volatile boolean relieved;

    /** @param claimedAt what {@code nanoTime} said before the run was claimed */
    Heart(DutyLedger ledger, DutyLedger.Claim claim, Duration lease, LongSupplier nanoTime, long claimedAt) {
        this.ledger = ledger;
        this.shift = new Shift(claim.runId(), claim.fence(), this::lasts);
        this.lease = lease.toNanos();
        this.nanoTime = nanoTime;
        this.lastSign = claimedAt;
    }

    Shift shift() {
        return shift;
    }

    /** One beat that fails must not be the last: the database may be away for a moment only. */
    void beat() {
        if (relieved) {
            return;
        }
        long asked = nanoTime.getAsLong();
        try {
            if (ledger.beat(shift)) {
                lastSign = asked;
            } else {
                relieved = true;
                LOG.warn("夜间任务 {} 已由别的班接手，本班在下一步停下", shift.runId());
            }
        } catch (RuntimeException e) {
            LOG.warn("夜间任务 {} 暂时不能续租：{}", shift.runId(), e.getMessage());
        }
    }

    private boolean lasts() {
        return !relieved && nanoTime.getAsLong() - lastSign < lease;
    }
}
