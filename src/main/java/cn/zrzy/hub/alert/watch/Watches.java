package cn.zrzy.hub.alert.watch;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** 值班班次: who is on duty, and what each handed over. Each verb joins the caller's transaction. */
public interface Watches {

    Optional<Watch> current();

    Optional<Watch> find(long no);

    /** Newest first. */
    List<Watch> list(int limit);

    /** 接班; the one before must have ended. */
    void begin(String person);

    /** 交班: keeps what is open as the hand-over list. */
    void end(long no, String by, String note);

    /** What was open at the end of a watch that is over; urgent ones first. */
    List<Item> items(long watch);

    /** One line of the hand-over list (交班清单). */
    record Item(long alert, boolean urgent, String sentence, OffsetDateTime since, String owner, String note) {}
}
