package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 两库台账: a feed's rows are staged under a run, compared with the live slice of that feed, and applied in one transaction,
 * or held for approval (拦截) when too much would change. Every step can be repeated after a crash, and each is refused with
 * {@link cn.zrzy.hub.kernel.ShiftLost} when a later shift has the run.
 */
public interface RegistryBook {

    /**
     * Opens the run's staging for this shift, or opens it anew after another one: what that had staged is forgotten, and
     * from here on whatever it still writes is refused. The first step of every sync, before anything is read.
     *
     * @return false when the run is finished already and must not be staged again
     */
    boolean open(Shift shift, String feed, LocalDate businessDate);

    /** @return row numbers refused because their key was staged before in this run (重复) */
    List<Long> stageSubjects(Shift shift, List<StagedSubject> rows);

    /** @return row numbers refused because their staff number or person was staged before in this run (重复) */
    List<Long> stageInspectors(Shift shift, List<StagedInspector> rows);

    /** Keys whose row was quarantined tonight: the live version stays, neither changed nor retired. */
    void spare(Shift shift, List<String> keys);

    /**
     * Says how many quarantined rows nobody can put a name to (认不出是谁): any live one may be meant, so a run that has such
     * a row retires nobody. Before {@link #close}.
     */
    void unidentified(Shift shift, long rows);

    /**
     * Ends staging with the source's own counts.
     *
     * @param received rows framed, good and bad
     * @param expected rows that the source says it sent (.ok marker, total)
     * @throws cn.zrzy.hub.kernel.Rejected E-FEED-EMPTY, E-FEED-COUNT or E-FEED-ALL-BAD: nothing of it will be applied
     */
    void close(Shift shift, long received, long expected, long quarantined);

    /**
     * Compares the staged rows with the live slice: 新增 变更 停用 不变. Sets the counts; changes no live row.
     *
     * @throws cn.zrzy.hub.kernel.TryLater when rows are missing in staging, whatever took them: the feed is read again
     */
    SyncRun compare(Shift shift);

    /**
     * Makes the changes live in one transaction, or holds them when the guard says so. A subject that is missing for the first
     * time is kept (缺席), and the outcome says how many. Repeating it changes nothing.
     */
    Outcome apply(Shift shift);

    /** First person: asks that a held run be let through (申请生效). */
    void request(String runId, String who, String reason);

    /**
     * Second person: lets the held run through (同意生效).
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-HELD-STATE not held, E-HELD-REQUEST nobody asked, E-HELD-SAME same person
     */
    Outcome approve(String runId, String who, String reason);

    /** Drops the held run (拒绝并丢弃); the live list stays. */
    void refuse(String runId, String who, String reason);

    List<HeldChange> held();

    Optional<SyncRun> run(String runId);

    /** Newest first; feed null lists all feeds. */
    List<SyncRun> runs(String feedOrNull, int offset, int limit);

    /** What a run changes or changed, for the difference page (差异); change null lists all. */
    List<RowChange> changes(String runId, RowChange.Kind changeOrNull, int offset, int limit);

    /** When the feed's live list was last brought up to date. */
    Optional<Freshness> freshness(String feed);

    /** @param businessDate of the last applied run */
    record Freshness(String feed, String runId, LocalDate businessDate, Instant appliedAt, long live) {

        public static Freshness of(SyncRun run) {
            return new Freshness(
                    run.feed(),
                    run.runId(),
                    run.businessDate(),
                    run.finishedAt(),
                    run.live() + run.added() - run.retired());
        }
    }

    /**
     * 拦截的变更.
     *
     * @param requestedBy empty until somebody asks
     */
    record HeldChange(SyncRun run, String guardReason, Instant heldAt, String requestedBy, String requestReason) {}
}
