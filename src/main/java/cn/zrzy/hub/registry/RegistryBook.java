package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 两库台账: a feed's rows are staged under a run, compared with the live slice of that feed, and applied in one transaction,
 * or held for approval (拦截) when too much would change. Every step can be repeated after a crash.
 */
public interface RegistryBook {

    /**
     * Opens the run's staging, or opens it anew after a crash: what an interrupted attempt had staged is forgotten.
     *
     * @return false when the run is finished already and must not be staged again
     */
    boolean open(String runId, String feed, LocalDate businessDate);

    /** False when the run is finished (or was never opened): its rows need not be staged. */
    boolean isOpen(String runId);

    /** @return row numbers refused because their key was staged before in this run (重复) */
    List<Long> stageSubjects(String runId, List<StagedSubject> rows);

    /** @return row numbers refused because their staff number or person was staged before in this run (重复) */
    List<Long> stageInspectors(String runId, List<StagedInspector> rows);

    /** Keys whose row was quarantined tonight: the live version stays, neither changed nor retired. */
    void spare(String runId, List<String> keys);

    /**
     * Ends staging with the source's own counts.
     *
     * @param received rows framed, good and bad
     * @param expected rows that the source says it sent (.ok marker, total)
     * @throws cn.zrzy.hub.kernel.Rejected E-FEED-EMPTY or E-FEED-COUNT: nothing of it will be applied
     */
    void close(String runId, long received, long expected, long quarantined);

    /** Compares the staged rows with the live slice: 新增 变更 停用 不变. Sets the counts; changes no live row. */
    SyncRun compare(String runId);

    /** Makes the changes live in one transaction, or holds them when the guard says so. Repeating it changes nothing. */
    Outcome apply(String runId);

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
    record Freshness(String feed, String runId, LocalDate businessDate, Instant appliedAt, long live) {}

    /**
     * 拦截的变更.
     *
     * @param requestedBy empty until somebody asks
     */
    record HeldChange(SyncRun run, String guardReason, Instant heldAt, String requestedBy, String requestReason) {}
}
