package cn.zrzy.hub.duty;

import java.time.OffsetDateTime;

/** How a running legal clock stands (期限状态). */
public enum ClockState {
    /** 计时中: more than five working days are left. */
    RUNNING,
    /** 将到期: at most five working days; a clock of hours is never farther away than that. */
    SOON,
    /** 今日到期: it ends today. */
    TODAY,
    /** 已逾期: its end has gone by. */
    OVERDUE;

    static final int SOON_WORKING_DAYS = 5;

    /** One night's watch, whatever the date does in between. */
    private static final int NEAR_HOURS = 12;

    /** @param now in the zone of the timetable */
    static ClockState of(OffsetDateTime due, OffsetDateTime now, boolean hourly, int workingDaysLeft) {
        if (due.isBefore(now)) {
            return OVERDUE;
        }
        if (due.atZoneSameInstant(now.getOffset()).toLocalDate().equals(now.toLocalDate())) {
            return TODAY;
        }
        return hourly || workingDaysLeft <= SOON_WORKING_DAYS ? SOON : RUNNING;
    }

    /** Somebody has to act on it now. */
    static boolean presses(OffsetDateTime due, OffsetDateTime now, boolean hourly) {
        return hourly && due.isBefore(now.plusHours(NEAR_HOURS))
                || !due.atZoneSameInstant(now.getOffset()).toLocalDate().isAfter(now.toLocalDate());
    }
}
