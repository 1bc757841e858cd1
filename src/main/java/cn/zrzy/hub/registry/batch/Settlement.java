package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.RunDecided;
import cn.zrzy.hub.registry.ChangeGuard;
import cn.zrzy.hub.registry.RegistryChanged;
import cn.zrzy.hub.registry.RowBalance;
import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.Undrawables;
import cn.zrzy.hub.registry.UsualShare;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** From a staged batch to the live list (比对与生效): made live, held, or left behind by a newer one. Joins its caller's transaction. */
@Component
class Settlement {

    private final Batches batches;
    private final StagingArea staging;
    private final LiveList list;
    private final ChangeGuard guard;
    private final Undrawables undrawables;
    private final UsualShare usual;
    private final ApplicationEventPublisher events;

    Settlement(
            Batches batches,
            StagingArea staging,
            LiveList list,
            ChangeGuard guard,
            Undrawables undrawables,
            UsualShare usual,
            ApplicationEventPublisher events) {
        this.batches = batches;
        this.staging = staging;
        this.list = list;
        this.guard = guard;
        this.undrawables = undrawables;
        this.usual = usual;
        this.events = events;
    }

    void compare(Batch batch) {
        batch.shelf();
        batch.joined(list.join(batch));
        batch.counts().requireWhole(list.stagedRows(batch));
        batch.compared(list.compare(batch), base(batch));
        batches.save(batch);
    }

    private String base(Batch batch) {
        return batches.lastApplied(batch.night().feed()).map(SyncRun::runId).orElse("");
    }

    void settle(Batch batch, Instant now) {
        Optional<SyncRun> newer = batches.lastApplied(batch.night().feed())
                .filter(last -> last.businessDate().isAfter(batch.night().businessDate()));
        if (newer.isPresent()) { // never an older list over a newer one (I5)
            batch.overtake("已有更新的批次 " + newer.get().runId() + " 生效", now);
            batches.save(batch);
            return;
        }
        if (!base(batch).equals(batch.staged().base())) {
            compare(batch);
        }
        // Only now: an earlier night may be caught up at this very hour, and is then read again.
        batches.leftBehind(batch.night().feed(), batch.night().businessDate()).forEach(staging::sweep);
        overtakeHeld(batch, now);
        judge(batch, now);
    }

    /** Older held ones are void: their data is out of date. */
    private void overtakeHeld(Batch newer, Instant now) {
        for (Batch older : batches.lockHeld(newer.night().feed())) {
            older.overtake("拦截未处理，已被批次 " + newer.runId() + " 取代", now);
            batches.save(older);
            tell(older);
        }
    }

    private void judge(Batch batch, Instant now) {
        Counts counts = batch.counts();
        String objection = guard.objection(counts.added(), counts.changed(), counts.retired(), counts.live());
        if (objection.isEmpty()) {
            batch.keepFirstAbsent(list.keepFirstAbsent(batch));
            makeLive(batch, now);
        } else {
            batch.hold(objection, now);
            batches.save(batch);
        }
    }

    /** Approved by two people: compared with the list as it is by now. */
    void letThrough(Batch batch, Instant now) {
        compare(batch);
        makeLive(batch, now);
    }

    private void makeLive(Batch batch, Instant now) {
        list.write(batch, now);
        staging.sweep(batch.runId());
        batch.apply(line(batch), now);
        batches.save(batch);
        Counts counts = batch.counts();
        counts.requireBalance(list.breaches(batch.runId()));
        if (counts.added() + counts.changed() + counts.retired() > 0) {
            events.publishEvent(new RegistryChanged(batch.night().feed(), batch.runId()));
        }
        CrashPoint.reached("in-apply");
    }

    private String line(Batch batch) {
        return new NightLine(
                        batch.counts(),
                        list.rows(batch),
                        undrawables.reasons(batch.night().businessDate()).stream()
                                .filter(reason ->
                                        reason.feed().equals(batch.night().feed()))
                                .toList())
                .text();
    }

    /** The batch waited on the duty desk for what has now become of it. */
    void tell(Batch batch) {
        events.publishEvent(new RunDecided(batch.runId(), outcome(batch)));
    }

    Outcome outcome(Batch batch) {
        if (batch.counts().quarantined() == 0) {
            return batch.outcome("");
        }
        List<RowBalance> before = batches.appliedBefore(batch.night(), UsualShare.NIGHTS).stream()
                .map(SyncRun::balance)
                .toList();
        String objection = usual.objection(batch.counts().balance(batch.state()), before);
        boolean nobodyRetired = batch.counts().unidentified() > 0; // however few they are among many
        return batch.outcome(objection.isEmpty() && nobodyRetired ? "来源补正之前，离开的人不会停用" : objection);
    }
}
