package cn.zrzy.hub.duty;

import java.time.OffsetDateTime;

/**
 * A running legal clock (期限).
 *
 * @param basis law and article
 * @param provisional 暂定: its span touches a year whose holiday notice is not loaded
 * @param workingDaysLeft whole working days from today to the due day; negative when overdue
 */
public record Deadline(
        String kind,
        String key,
        String label,
        String basis,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        boolean provisional,
        int workingDaysLeft) {}
