package cn.zrzy.hub.duty;

import java.util.List;

/** Stored clocks (期限记录). */
public interface DeadlineRows {

    void add(Deadline deadline, String calendarVersion);

    void met(String key, String kind);

    List<Deadline> open();

    long overdue();
}
