package cn.zrzy.hub.intake;

import cn.zrzy.hub.kernel.Shift;
import java.util.List;
import java.util.Optional;

/**
 * 隔离区: rows that could not be taken, each once however many nights it comes back. What a run writes here is refused with
 * {@link cn.zrzy.hub.kernel.ShiftLost} when a later shift has the run.
 */
public interface Quarantine {

    /** Forgets what an interrupted attempt of this run had seen, before its rows are read again. */
    void reopen(Shift shift);

    /** Marks the rows: new dirt gets a row, known dirt is marked as seen again. */
    void put(Shift shift, String feed, String owner, List<BadRow> rows);

    /** Rows quarantined in this run, counted in the table. */
    long count(String runId);

    /**
     * Rows of this run whose key could not be read (认不出是谁), so that any known one may be meant; without those that
     * somebody has put aside as nobody's (已忽略).
     */
    long unidentified(String runId);

    /** The feed was read to its end: open rows that this run did not see are GONE (来源已改正). */
    void settle(Shift shift, String feed);

    /** Open rows by feed and rule, largest first. What a rule means is not one row's sentence. */
    List<Reason> reasons();

    /** Newest first; null leaves a filter out. */
    List<QuarantinedRow> page(
            String feedOrNull, String ruleOrNull, QuarantinedRow.State stateOrNull, int offset, int limit);

    Optional<QuarantinedRow> find(long id);

    /** Rows that this run saw, by line. */
    List<QuarantinedRow> ofRun(String runId, int offset, int limit);

    /** Hands the row back to its office (退回) or leaves it aside (忽略); who and why are kept. */
    void mark(long id, QuarantinedRow.State state, String who, String reason);

    record Reason(String feed, String rule, String owner, long rows) {}
}
