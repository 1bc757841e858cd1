package cn.zrzy.hub.act.bulk;

import java.util.Optional;

/**
 * 分步: first one, then ten, then the rest; no further than the outcome of the step before allows.
 *
 * @param perSecond of the rest
 * @param stopShare per cent of failures above which it halts
 */
public record Pace(int perSecond, int stopShare) {

    static final int FIRST = 1;
    static final int SECOND = 10;

    /** So many may be begun and unanswered at a time; a partner that says nothing shall not have everything. */
    private static final int MOST_OPEN = 200;

    /** How many may be begun in this second. */
    public int next(Tally tally) {
        long known = tally.judged() - tally.baseJudged();
        long begun = tally.pressed() - tally.baseJudged();
        long may;
        if (known < FIRST) {
            may = FIRST - begun;
        } else if (known < FIRST + SECOND) {
            may = FIRST + SECOND - begun;
        } else {
            may = Math.min(perSecond, MOST_OPEN - tally.open());
        }
        return (int) Math.max(0, Math.min(may, tally.waiting()));
    }

    /** 1 the first, 2 the ten, 3 the rest. */
    public int step(Tally tally) {
        long known = tally.judged() - tally.baseJudged();
        return known < FIRST ? 1 : known < FIRST + SECOND ? 2 : 3;
    }

    /** Why it has to halt; empty when it need not. */
    public Optional<String> halt(Tally tally) {
        long known = tally.judged() - tally.baseJudged();
        long failed = tally.failed() - tally.baseFailed();
        if (known == 0 || failed * 100 <= known * stopShare || tally.waiting() == 0) {
            return Optional.empty();
        }
        return Optional.of("已办 " + known + " 件，其中 " + failed + " 件未成，超过 " + stopShare + "%，自动停下；还有 " + tally.waiting()
                + " 件没有动。查清原因后可以继续，从 1 件重新试起。");
    }
}
