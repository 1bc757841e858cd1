package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The ledger's rows (运行记录). Leases go by the database's clock, so that two hubs agree on them. */
public interface Runs {

    boolean add(
            String runId,
            String job,
            LocalDate date,
            int position,
            String origin,
            DutyRun.State state,
            ZonedDateTime dueAt);

    /**
     * Due runs and waiting runs whose time has come, but for jobs that are paused, and running ones whose lease ran out, paused
     * or not; in the order of the night.
     */
    List<DutyRun> candidates();

    /** A person has said that it is not to be begun for now. */
    boolean paused(String job);

    Optional<DutyLedger.Claim> claim(String runId, Duration lease);

    /** @return false, as by {@code end} and {@code stop}, when the shift has ended: nothing is written then */
    boolean beat(Shift shift, Duration lease);

    boolean end(Shift shift, Outcome outcome);

    /** What became of a held run; says nothing of one that is not held. */
    void decided(String runId, Outcome outcome);

    boolean stop(Shift shift, DutyRun.State state, String code, String message, Duration pause);

    boolean again(String runId, String message);

    /** @return false when it runs, has succeeded, is held or does not exist */
    boolean skip(String runId, String message);

    List<DutyRun> ofDate(LocalDate date);

    /**
     * Failed, missed, waiting or done but for a refusal since that night, and not made good by a later night of the same
     * job. Newest first.
     */
    List<DutyRun> stopped(LocalDate since);

    Optional<DutyRun> find(String runId);

    /** Since when a hub keeps this ledger; the first call writes it down. */
    ZonedDateTime watchingSince(ZonedDateTime now);
}
