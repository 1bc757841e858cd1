package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.RowBalance;
import cn.zrzy.hub.registry.SyncRun.State;
import java.util.List;

/**
 * A batch's counts, in rows (计数).
 *
 * @param live rows in the live list when compared
 * @param unidentified quarantined rows that nobody can put a name to
 * @param absent subjects missing for the first time, kept for a night
 */
public record Counts(
        long received,
        long quarantined,
        long superseded,
        long added,
        long changed,
        long retired,
        long unchanged,
        long live,
        long unidentified,
        long absent) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** @throws TryLater when staging does not hold every row that came: a list with gaps must never be compared */
    void requireWhole(long stagedRows) {
        long found = stagedRows + superseded;
        if (found + quarantined != received) {
            throw new TryLater("收到 " + received + " 行，暂存 " + found + " 行，隔离 " + quarantined + " 行，对不上，不予采用，将从头重读");
        }
    }

    /**
     * Asked when everything is written, in the same transaction: then nothing of it is live, and the old list stays.
     *
     * @throws Rejected E-RUN-BALANCE
     */
    void requireBalance(List<Breach> breaches) {
        for (Breach breach : breaches) {
            throw new Rejected(
                    "E-RUN-BALANCE",
                    "这一批的账对不上，不予生效，名录保持不变：" + balance(State.APPLIED).sentence() + "；" + breach.detail());
        }
    }

    Counts closed(long rows, long bad) {
        return new Counts(rows, bad, superseded, added, changed, retired, unchanged, live, unidentified, absent);
    }

    Counts unidentified(long rows) {
        return new Counts(received, quarantined, superseded, added, changed, retired, unchanged, live, rows, absent);
    }

    Counts joined(long rows) {
        return new Counts(
                received,
                quarantined,
                superseded + rows,
                added,
                changed,
                retired,
                unchanged,
                live,
                unidentified,
                absent);
    }

    Counts compared(Comparison with) {
        return new Counts(
                received,
                quarantined,
                superseded,
                with.added(),
                with.changed(),
                with.retired(),
                with.unchanged(),
                with.live(),
                unidentified,
                absent);
    }

    /** Who was going to be retired stays for a night. */
    Counts kept(long subjects) {
        return new Counts(
                received,
                quarantined,
                superseded,
                added,
                changed,
                retired - subjects,
                unchanged,
                live,
                unidentified,
                subjects);
    }

    /** What it would have added or changed counts no longer; the figures stay for the difference page. */
    Counts dropped() {
        return joined(added + changed);
    }

    /** Where the rows went; what a refused or overtaken batch would have brought is superseded. */
    RowBalance balance(State state) {
        boolean isDropped = state == State.REFUSED || state == State.OVERTAKEN;
        return new RowBalance(
                received, quarantined, superseded, unchanged, isDropped ? 0 : added, isDropped ? 0 : changed);
    }

    /** Nothing of it counts: each row that came and was not put aside is superseded by the next try. */
    Counts abandoned() {
        return new Counts(
                received, quarantined, Math.max(received - quarantined, 0), 0, 0, 0, 0, live, unidentified, absent);
    }
}
