package cn.zrzy.hub.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * 不可抽取名单: who of the two live lists cannot be drawn on a day. Nobody is missing from a draw without standing here: the
 * draw takes whom this list leaves out, by the same rules.
 */
public interface Undrawables {

    /** By feed and reason, the most frequent first. */
    List<Reason> reasons(LocalDate date);

    /** @param reasonOrNull null lists all of the feed */
    List<Undrawable> page(String feed, String reasonOrNull, LocalDate date, int offset, int limit);

    record Reason(String feed, String reason, long rows) {}
}
