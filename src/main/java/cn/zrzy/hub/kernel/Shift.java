package cn.zrzy.hub.kernel;

import java.util.function.BooleanSupplier;

/**
 * Who is on duty for a run (当班): the run and the number of the claim by which its worker took it, carried as one value
 * through every step and to every book that is written to. The number is a fencing token: it grows with each claim, a book
 * keeps the highest it has seen and refuses whoever comes with a lower one, so that a worker that slept past its lease can
 * do no harm however late it wakes (Kleppmann, "How to do distributed locking", 2016).
 *
 * @param lasts false once the worker itself has to take its shift for ended; books do not rely on it
 */
public record Shift(String runId, long fence, BooleanSupplier lasts) {

    /** A shift that only the books can end. */
    public Shift(String runId, long fence) {
        this(runId, fence, () -> true);
    }

    /** Asked between two steps and between two portions: who no longer has the run stops of his own accord. */
    public void require() {
        if (!lasts.getAsBoolean()) {
            throw lost();
        }
    }

    /** The refusal that every book gives to a shift that has ended. */
    public ShiftLost lost() {
        return new ShiftLost("夜间任务 " + runId + " 的第 " + fence + " 班已经结束（租约到期，或已由别的班接手），本班到此为止");
    }
}
