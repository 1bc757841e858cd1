package cn.zrzy.hub.duty;

import java.time.OffsetDateTime;
import java.util.List;

/** 法定期限: each clock is a row with its legal basis, its start and its end (config/limits.yaml, {@code deadlines}). */
public interface Deadlines {

    /**
     * Starts the clock of that kind for a business key; starting it twice changes nothing.
     *
     * @param from moment of the fact from which the law counts; one long past gives a clock that is overdue at once
     */
    void start(String key, String kind, OffsetDateTime from);

    /** The duty is fulfilled; idempotent, and without effect where no such clock runs. */
    void met(String key, String kind);

    /** A route's receipt fulfils the clocks whose terms name it ({@code met-by}). */
    void delivered(String key, String route);

    /**
     * How many clocks run out when, all of them counted.
     *
     * @param overdue their end has gone by
     * @param today they end today
     * @param soon they end later, with five working days or fewer left
     */
    record Counts(long overdue, long today, long soon) {}

    Counts counts();

    /** Running clocks, the nearest first; at most 500. */
    List<Deadline> open();

    long overdue();
}
