package cn.zrzy.hub.duty;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A running legal clock (期限).
 *
 * @param basis law and article
 * @param metBy route whose receipt fulfils it; null when only a person can say so
 * @param provisional 暂定: its span touches a year whose holiday notice is not loaded
 * @param workingDaysLeft whole working days from today to the due day; negative when overdue
 * @param hourly 按小时计: it counts hours, and working days say nothing about it
 * @param pressing somebody has to act on it now: it is over, ends today, or is a clock of hours with less than a watch left
 */
public record Deadline(
        String kind,
        String key,
        String label,
        String basis,
        @Nullable String metBy,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        boolean provisional,
        int workingDaysLeft,
        boolean hourly,
        ClockState state,
        boolean pressing) {}
