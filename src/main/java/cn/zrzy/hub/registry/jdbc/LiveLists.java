package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.registry.ChangeGuard;
import cn.zrzy.hub.registry.RegistryChanged;
import cn.zrzy.hub.registry.SyncRun;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** From a compared run to the live list (生效): made live, held, or left behind by a newer one. Joins the caller's transaction. */
@Repository
class LiveLists {

    private final RunTable runs;
    private final Differences differences;
    private final HeldChanges heldChanges;
    private final ChangeGuard guard;
    private final RunLine line;
    private final Conservation conservation;
    private final ApplicationEventPublisher events;

    LiveLists(
            RunTable runs,
            Differences differences,
            HeldChanges heldChanges,
            ChangeGuard guard,
            RunLine line,
            Conservation conservation,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.differences = differences;
        this.heldChanges = heldChanges;
        this.guard = guard;
        this.line = line;
        this.conservation = conservation;
        this.events = events;
    }

    void compare(SyncRun run) {
        differences.plan(run, runs.shelf(run.runId()), base(run.feed()));
    }

    private String base(String feed) {
        return runs.lastApplied(feed).map(SyncRun::runId).orElse("");
    }

    Outcome settle(SyncRun run) {
        Optional<SyncRun> newer =
                runs.lastApplied(run.feed()).filter(last -> last.businessDate().isAfter(run.businessDate()));
        if (newer.isPresent()) { // never an older list over a newer one (I5)
            runs.drop(
                    run.runId(),
                    SyncRun.State.OVERTAKEN,
                    "已有更新的批次 " + newer.get().runId() + " 生效");
            return heldChanges.outcome(runs.locked(run.runId()));
        }
        if (!base(run.feed()).equals(differences.base(run.runId()))) {
            compare(run);
        }
        differences.sweepAbandoned(run.feed(), run.businessDate());
        heldChanges.overtake(run);
        return decide(runs.locked(run.runId()));
    }

    private Outcome decide(SyncRun run) {
        String objection = guard.objection(run.added(), run.changed(), run.retired(), run.live());
        if (objection.isEmpty()) {
            differences.keepFirstAbsent(run, runs.shelf(run.runId()));
            makeLive(run.runId());
        } else {
            heldChanges.hold(run, objection);
        }
        return heldChanges.outcome(runs.locked(run.runId()));
    }

    /** Approved by two people: compared with the list as it is by now. */
    void approved(SyncRun run) {
        compare(run);
        makeLive(run.runId());
    }

    private void makeLive(String runId) {
        SyncRun run = runs.locked(runId);
        Timestamp now = runs.now();
        differences.write(run, runs.shelf(runId), now);
        differences.sweep(runId);
        runs.finish(runId, SyncRun.State.APPLIED, line.of(run, runs.shelf(runId)));
        conservation.require(runs.locked(runId));
        if (run.added() + run.changed() + run.retired() > 0) {
            events.publishEvent(new RegistryChanged(run.feed(), runId));
        }
        CrashPoint.reached("in-apply");
    }
}
