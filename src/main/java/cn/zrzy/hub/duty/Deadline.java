package cn.zrzy.hub.duty;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * A running legal clock (期限).
 *
 * @param basis law and article
 * @param provisional 暂定: its span touches a year whose holiday notice is not loaded
 * @param workingDaysLeft whole working days from today to the due day; negative when that day lies back
 * @param left time until it is due; negative when overdue
 * @param inHours the law counts it in hours
 */
public record Deadline(
        String kind,
        String key,
        String label,
        String basis,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        boolean provisional,
        int workingDaysLeft,
        Duration left,
        boolean inHours) {

    /** A clock of 24 hours is nothing to be found in the morning. */
    private static final Duration PRESSING = Duration.ofHours(12);

    public boolean overdue() {
        return left.isNegative();
    }

    /** Overdue, due today, or one of hours that soon runs out: somebody has to look now. */
    public boolean pressing() {
        return overdue() || (inHours ? left.compareTo(PRESSING) <= 0 : workingDaysLeft <= 0);
    }

    /** Told in hours and minutes (按小时计): a clock of hours, and one that ran out since the last working day. */
    public boolean toldInHours() {
        return inHours || overdue() && workingDaysLeft >= 0;
    }
}
