package cn.zrzy.sandbox.data;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** 某来源的历日: which rows are present on which date; a few dates are kept so that paging does not count anew. */
public final class FeedDays {

    private static final int KEPT = 3;

    private final String feed;
    private final int size;
    private final Life.Pace pace;
    private final Map<LocalDate, int[]> present = new LinkedHashMap<>();

    public FeedDays(String feed, int size, Life.Pace pace) {
        this.feed = feed;
        this.size = size;
        this.pace = pace;
    }

    public Life life(int row, LocalDate date) {
        return Life.of(feed, row, size, pace, date);
    }

    public synchronized int[] present(LocalDate date) {
        int[] known = present.get(date);
        if (known == null) {
            known = IntStream.range(0, Life.count(size, pace, date))
                    .filter(row -> life(row, date).present())
                    .toArray();
            if (present.size() >= KEPT) {
                present.remove(present.keySet().iterator().next());
            }
            present.put(date, known);
        }
        return known;
    }
}
