package cn.zrzy.hub.registry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One night's pass of one feed (同步批次) with its counts; received = added + changed + unchanged + superseded +
 * quarantined (I1).
 *
 * @param feed {@code hr.inspectors}, {@code landuse.parcels} …
 * @param live rows in the live list when compared
 * @param superseded 被取代: rows of a run that was refused, abandoned or overtaken by a newer one, and rows that became part of
 *     another one (一家多证)
 * @param message Chinese line: where each row went, how many of the live list cannot be drawn and why, the guard's reason
 * @param finishedAt when applied, held, refused, overtaken or abandoned; null before
 */
public record SyncRun(
        String runId,
        String feed,
        LocalDate businessDate,
        State state,
        long received,
        long quarantined,
        long superseded,
        long added,
        long changed,
        long retired,
        long unchanged,
        long live,
        String message,
        Instant openedAt,
        Instant finishedAt) {

    /** Where this run's rows went; what a refused or overtaken run would have brought is superseded. */
    public RowBalance balance() {
        boolean dropped = state == State.REFUSED || state == State.OVERTAKEN;
        return new RowBalance(received, quarantined, superseded, unchanged, dropped ? 0 : added, dropped ? 0 : changed);
    }

    /**
     * STAGING 暂存中, COMPARED 已比对, HELD 已拦截, APPLIED 已生效, REFUSED 已拒绝, OVERTAKEN 已被新批次取代, ABANDONED 未采用 (its run
     * stopped; another try stages it anew).
     */
    public enum State {
        STAGING("暂存中"),
        COMPARED("已比对"),
        HELD("已拦截"),
        APPLIED("已生效"),
        REFUSED("已拒绝"),
        OVERTAKEN("已被新批次取代"),
        ABANDONED("未采用");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** A finished run takes no more rows: staging it again is a no-op. */
        public boolean finished() {
            return this != STAGING && this != COMPARED && this != ABANDONED;
        }
    }
}
