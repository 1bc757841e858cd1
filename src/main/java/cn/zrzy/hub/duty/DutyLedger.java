package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 值班台账: which job is due for which night, who runs it, how it ended. {@code unique(job, business_date)} is what makes a
 * night run once: never twice, never silently not at all.
 */
public interface DutyLedger {

    /** A run taken by this process. {@code fence} grows with every claim, so that a worker that slept too long is refused. */
    record Claim(String runId, String job, LocalDate businessDate, String traceId, int attempt, long fence) {

        public Shift shift() {
            return new Shift(runId, fence);
        }
    }

    /** Writes the job into the ledger; false when it is there already. */
    boolean due(String job, LocalDate businessDate, String origin);

    /** Writes every job of the timetable for that night (立即执行本夜); those already there stay as they are. */
    List<DutyRun> startNight(LocalDate businessDate, String who);

    /**
     * Takes the next run whose time has come and whose predecessors have ended, or whose worker has died.
     *
     * @param inHand runs that this very process still works on: a lease that ran out does not free them, since their
     *     worker is not dead
     */
    Optional<Claim> claim(Set<String> inHand);

    /** A sign of life. @return false when the run was taken over by another worker */
    boolean beat(Shift shift);

    /** @return false when the shift has ended before: the run's end is then another worker's to write */
    boolean done(Shift shift, Outcome outcome);

    /** Never again by itself (失败): waits for a person. Says nothing for a shift that has ended. */
    void fail(Shift shift, Exception cause);

    /**
     * Later again (稍后重试), with the next time in the ledger; after too many tries it fails. Says nothing for a shift that
     * has ended.
     */
    void postpone(Shift shift, Exception cause);

    /**
     * Writes down what the timetable says is due by now (到点登记) and is not in the ledger yet, however many hubs ask. What
     * came due while no hub was there is marked late; older than the timetable's limit it is missed and waits for a person.
     *
     * @return what was written
     */
    List<DutyRun> noticeDue();

    /** 补跑 a missed, failed or held run. */
    DutyRun catchUp(String runId, String who, String reason);

    List<DutyRun> runs(LocalDate businessDate);

    /**
     * Runs of the last month that failed, were missed, wait for another try or are done but for what was refused (a code
     * stands by them), and that no later night of the same job has made good: a night that stopped waits for somebody past
     * noon too. Newest first.
     */
    List<DutyRun> stopped();

    Optional<DutyRun> run(String runId);

    /** The date to which the present moment belongs. */
    LocalDate businessDate();
}
