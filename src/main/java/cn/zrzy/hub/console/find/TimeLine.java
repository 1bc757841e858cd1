package cn.zrzy.hub.console.find;

import java.util.Comparator;
import java.util.List;

/**
 * 时间线: newest first, page by page.
 *
 * @param page from 1; 0 is everything on one sheet, for paper
 */
record TimeLine(List<Moment> moments, int page, int pages, int total) {

    private static final int PAGE = 50;

    /** @param show key that the page must hold; empty to go by the number of the page */
    static TimeLine of(List<Moment> all, int page, String show) {
        List<Moment> sorted = all.stream()
                .sorted(Comparator.comparing(Moment::at, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Moment::kind)
                        .thenComparing(Moment::key))
                .toList();
        int pages = Math.max(1, (sorted.size() + PAGE - 1) / PAGE);
        if (page == 0) {
            return new TimeLine(sorted, 0, pages, sorted.size());
        }
        int shown = Math.min(Math.max(1, show.isEmpty() ? page : holding(sorted, show)), pages);
        return new TimeLine(
                sorted.subList((shown - 1) * PAGE, Math.min(sorted.size(), shown * PAGE)), shown, pages, sorted.size());
    }

    private static int holding(List<Moment> sorted, String key) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).key().equals(key)) {
                return i / PAGE + 1;
            }
        }
        return 1;
    }
}
