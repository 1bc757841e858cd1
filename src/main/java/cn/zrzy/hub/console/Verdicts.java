package cn.zrzy.hub.console;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck;
import java.time.OffsetDateTime;
import java.util.List;

/** What the books' checks of themselves found (核对结论), kept so that no page has to check anything. */
public interface Verdicts {

    /** From now on this book is expected to be checked; its waiting counts from here when it never is. */
    void watch(String book);

    /** Takes the turn until the end of the transaction; false while another hub has it. */
    boolean myTurn();

    /** Objects of that book with an open breach, the oldest thousand. */
    List<String> suspects(String book);

    /** Opens breaches that are new, closes those of the objects looked at that are gone. */
    void keep(String book, SelfCheck.Findings findings);

    /** @param limit most breaches to be listed */
    Standing standing(int limit);

    /**
     * How the books stand.
     *
     * @param oldest open breaches, oldest first
     * @param open how many are open in all
     * @param checkedAt when the book that was checked longest ago was; null when none is watched
     */
    record Standing(List<Open> oldest, long open, OffsetDateTime checkedAt) {}

    record Open(String book, Breach breach, OffsetDateTime foundAt) {}
}
