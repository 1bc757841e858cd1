package cn.zrzy.hub.duty;

import java.time.OffsetDateTime;
import java.util.List;

/** Stored clocks (期限记录). */
public interface DeadlineRows {

    record Row(
            String kind,
            String key,
            String label,
            String basis,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            boolean provisional) {}

    void add(Row clock, String calendarVersion);

    void met(String key, String kind);

    List<Row> open();

    long overdue();

    /** Running clocks that end at or after the one moment and before the other. */
    long ending(OffsetDateTime from, OffsetDateTime before);
}
