package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.registry.SyncRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The batches as a store (批次台账): locks, loads, saves. It decides nothing and refuses nothing. */
public interface Batches {

    /** Entered before, it stays as it is. */
    void enter(FeedNight night, Instant now);

    /** The feed of a run never changes, so it may be asked before anything is locked. */
    Optional<String> feed(String runId);

    /** One feed changes hands one batch at a time, whatever hub does it; taken before the batch's row, never after it. */
    void lockFeed(String feed);

    /**
     * Locked until the end of the transaction, which ends by itself when its worker falls asleep in it, so that his successor
     * need not wait until he wakes.
     */
    Optional<Batch> lock(String runId);

    /** Held ones of the feed, locked. */
    List<Batch> lockHeld(String feed);

    void save(Batch batch);

    /** The batch that the feed's live list rests on. */
    Optional<SyncRun> lastApplied(String feed);

    /** Of the feed's nights before that one, the newest first, as far as they were made live. */
    List<SyncRun> appliedBefore(FeedNight night, int most);

    /** Those of earlier nights that were never applied, though staged: their rows are not needed any more. */
    List<String> leftBehind(String feed, LocalDate before);
}
