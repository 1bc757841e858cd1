package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.SyncRun.State;
import java.time.Instant;
import java.util.Optional;

/**
 * 同步批次: one night of one feed, from its first staged row until it is the live list, or is not. Its verbs look into one
 * table ({@link BatchTransitions}); who calls them locks it before and saves it after.
 */
public final class Batch {

    private final FeedNight night;
    private Ending ending;
    private Staged staged;
    private Counts counts;
    private Hold hold;
    private long fence;

    /** @param hold null when nothing stopped it */
    public Batch(FeedNight night, Ending ending, Staged staged, Counts counts, Hold hold, long fence) {
        this.night = night;
        this.ending = ending;
        this.staged = staged;
        this.counts = counts;
        this.hold = hold;
        this.fence = fence;
    }

    /** @throws cn.zrzy.hub.kernel.ShiftLost when a later shift has been here */
    void take(Shift shift) {
        if (fence > shift.fence()) {
            throw shift.lost();
        }
        fence = shift.fence();
    }

    /** Staging begins, or begins anew: whatever an earlier try counted is forgotten. The caller sweeps what it had staged. */
    void open() {
        ending = new Ending(next(BatchEvent.OPEN), "", null);
        staged = Staged.NOTHING;
        counts = Counts.NONE;
    }

    void requireStaging() {
        next(BatchEvent.STAGE);
    }

    void stage(Shelf shelf) {
        requireStaging();
        staged = staged.on(shelf);
    }

    void unidentified(long rows) {
        requireStaging();
        counts = counts.unidentified(rows);
    }

    /** @return why nothing of it will be applied; empty when it may be compared */
    Optional<Rejected> close(long received, long expected, long quarantined) {
        next(BatchEvent.CLOSE);
        counts = counts.closed(received, quarantined);
        Optional<Rejected> fault = Refusals.unusable(received, expected, quarantined);
        staged = staged.closed(fault.isEmpty());
        ending = ending.saying(fault.map(Rejected::getMessage).orElse(""));
        return fault;
    }

    /** Before rows are joined and counted. */
    void requireComparable() {
        if (BatchTransitions.of(state(), BatchEvent.COMPARE).isEmpty() || !staged.closed()) {
            throw new Rejected("E-RUN-STATE", "批次 " + runId() + " 尚未完整暂存，不能比对");
        }
    }

    /** Rows that became part of another one (一家多证). */
    void joined(long rows) {
        counts = counts.joined(rows);
    }

    /** On the night's way, or once more when people let it through and the live list has moved meanwhile. */
    void compared(Comparison with, String base) {
        if (state() != State.HELD) {
            ending = ending.in(next(BatchEvent.COMPARE));
        }
        staged = staged.against(base);
        counts = counts.compared(with);
    }

    void requireApplicable() {
        if (BatchTransitions.of(state(), BatchEvent.PASS).isEmpty()) {
            throw new Rejected("E-RUN-STATE", "批次 " + runId() + " 尚未比对，不能生效");
        }
    }

    void hold(String objection, Instant now) {
        ending = Ending.held(next(BatchEvent.HOLD), objection, counts, now);
        hold = Hold.of(objection, now);
    }

    void keepFirstAbsent(long subjects) {
        counts = counts.kept(subjects);
    }

    /** @param line where each row went (一行账), said once its rows are written */
    void apply(String line, Instant now) {
        ending = new Ending(next(state() == State.HELD ? BatchEvent.APPROVE : BatchEvent.PASS), line, now);
    }

    void overtake(String why, Instant now) {
        State overtaken = next(BatchEvent.OVERTAKE);
        if (hold != null) {
            hold = hold.overtaken(now);
        }
        drop(overtaken, why, now);
    }

    /** @return false when there is nothing to close: it has ended, or a later shift has it */
    boolean abandon(Shift shift, String message, Instant now) {
        Optional<State> abandoned = BatchTransitions.of(state(), BatchEvent.ABANDON);
        if (abandoned.isEmpty() || fence > shift.fence()) {
            return false;
        }
        ending = new Ending(abandoned.get(), message, now);
        staged = staged.closed(false);
        counts = counts.abandoned();
        return true;
    }

    void request(String who, String reason, Instant now) {
        next(BatchEvent.REQUEST);
        hold = hold.asked(who, reason, now);
    }

    /** {@link #apply} follows. */
    void approve(String who, String reason, Instant now) {
        next(BatchEvent.APPROVE);
        hold = hold.approved(who, reason, now);
    }

    void refuse(String who, String reason, Instant now) {
        State refused = next(BatchEvent.REFUSE);
        hold = hold.refused(who, reason, now);
        drop(refused, "由 " + who + " 拒绝：" + reason, now);
    }

    private void drop(State to, String why, Instant now) {
        counts = counts.dropped();
        ending = Ending.dropped(to, why, counts, now);
    }

    private State next(BatchEvent event) {
        return BatchTransitions.of(state(), event).orElseThrow(() -> Refusals.notNow(runId(), state(), event));
    }

    /** @throws Rejected E-FEED-ALL-BAD when not one row was staged */
    Shelf shelf() {
        return Optional.ofNullable(staged.shelf()).orElseThrow(Refusals::nothingUsable);
    }

    public FeedNight night() {
        return night;
    }

    public Ending ending() {
        return ending;
    }

    public Staged staged() {
        return staged;
    }

    public Counts counts() {
        return counts;
    }

    public Optional<Hold> held() {
        return Optional.ofNullable(hold);
    }

    public long fence() {
        return fence;
    }

    String runId() {
        return night.runId();
    }

    State state() {
        return ending.state();
    }

    /** @param unusual what of its rows is unusual ({@link cn.zrzy.hub.registry.UsualShare}); empty for nothing */
    Outcome outcome(String unusual) {
        return ending.outcome(unusual);
    }
}
