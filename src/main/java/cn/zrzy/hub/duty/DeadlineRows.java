package cn.zrzy.hub.duty;

import java.time.OffsetDateTime;
import java.util.List;

/** Stored clocks (期限记录). */
public interface DeadlineRows {

    void add(Deadline deadline, String calendarVersion);

    void met(String key, String kind);

    List<Deadline> open();

    long overdue();

    /** Running clocks that end at or after the one moment and before the other. */
    long ending(OffsetDateTime from, OffsetDateTime before);
}
