package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.RunStopped;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SyncRun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 两库台账, each public step one transaction that may be repeated. */
@Component("registryBook")
public class SyncBook implements RegistryBook {

    private final Batches batches;
    private final StagingArea staging;
    private final Settlement settlement;
    private final HeldOffice office;
    private final BatchPages pages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SyncBook(
            Batches batches,
            StagingArea staging,
            Settlement settlement,
            HeldOffice office,
            BatchPages pages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.staging = staging;
        this.settlement = settlement;
        this.office = office;
        this.pages = pages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean open(Shift shift, String feed, LocalDate businessDate) {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            batches.enter(new FeedNight(shift.runId(), feed, businessDate), Beijing.moment(clock));
            Batch batch = onDuty(shift);
            boolean isOpen = !batch.state().finished();
            if (isOpen) {
                staging.sweep(shift.runId());
                batch.open();
            }
            batches.save(batch);
            return isOpen;
        }));
    }

    @Override
    public List<Long> stageSubjects(Shift shift, List<StagedSubject> rows) {
        return transaction.execute(tx -> {
            step(shift, batch -> batch.stage(Shelf.SUBJECT));
            return staging.subjects(shift.runId(), rows);
        });
    }

    @Override
    public List<Long> stageInspectors(Shift shift, List<StagedInspector> rows) {
        return transaction.execute(tx -> {
            step(shift, batch -> batch.stage(Shelf.INSPECTOR));
            return staging.inspectors(shift.runId(), rows);
        });
    }

    @Override
    public void spare(Shift shift, List<String> keys) {
        transaction.executeWithoutResult(tx -> {
            step(shift, Batch::requireStaging);
            staging.spare(shift.runId(), keys);
        });
    }

    @Override
    public void unidentified(Shift shift, long rows) {
        transaction.executeWithoutResult(tx -> step(shift, batch -> batch.unidentified(rows)));
    }

    /** What the source's counts say is kept, whatever it is, and refused afterwards. */
    @Override
    public void close(Shift shift, long received, long expected, long quarantined) {
        Optional<Rejected> fault = transaction.execute(tx -> {
            Batch batch = onDuty(shift);
            Optional<Rejected> found = batch.close(received, expected, quarantined);
            batches.save(batch);
            return found;
        });
        fault.ifPresent(Refusals::raise);
    }

    @Override
    public SyncRun compare(Shift shift) {
        CrashPoint.reached("after-stage");
        staging.measure();
        return transaction.execute(tx -> {
            Batch batch = onDuty(shift);
            if (!batch.state().finished()) {
                batch.requireComparable();
                settlement.compare(batch);
            }
            return pages.run(shift.runId()).orElseThrow();
        });
    }

    @Override
    public Outcome apply(Shift shift) {
        CrashPoint.reached("before-apply");
        Outcome outcome = transaction.execute(tx -> {
            batches.lockFeed(Refusals.known(shift.runId(), batches.feed(shift.runId())));
            Batch batch = onDuty(shift);
            if (!batch.state().finished()) {
                batch.requireApplicable();
                settlement.settle(batch, Beijing.moment(clock));
            }
            return settlement.outcome(batch);
        });
        CrashPoint.reached("after-apply");
        return outcome;
    }

    /** When a night job stops, the batch that it had begun is closed with it (未采用), in the same transaction. */
    @EventListener
    public void stopped(RunStopped stop) {
        batches.lock(stop.shift().runId())
                .filter(batch -> batch.abandon(stop.shift(), stop.message(), Beijing.moment(clock)))
                .ifPresent(batches::save);
    }

    @Override
    public void request(String runId, String who, String reason) {
        office.request(runId, who, reason);
    }

    @Override
    public Outcome approve(String runId, String who, String reason) {
        return office.approve(runId, who, reason);
    }

    @Override
    public void refuse(String runId, String who, String reason) {
        office.refuse(runId, who, reason);
    }

    private void step(Shift shift, Consumer<Batch> step) {
        Batch batch = onDuty(shift);
        step.accept(batch);
        batches.save(batch);
    }

    /** Two workers of one run wait for each other here, before any other row, and the earlier one is turned away. */
    private Batch onDuty(Shift shift) {
        Batch batch = Refusals.known(shift.runId(), batches.lock(shift.runId()));
        batch.take(shift);
        return batch;
    }

    @Override
    public List<HeldChange> held() {
        return pages.held();
    }

    @Override
    public Optional<SyncRun> run(String runId) {
        return pages.run(runId);
    }

    @Override
    public List<SyncRun> runs(String feedOrNull, int offset, int limit) {
        return pages.runs(feedOrNull, offset, limit);
    }

    @Override
    public List<RowChange> changes(String runId, RowChange.Kind changeOrNull, int offset, int limit) {
        return pages.changes(runId, changeOrNull, offset, limit);
    }

    @Override
    public Optional<Freshness> freshness(String feed) {
        return batches.lastApplied(feed).map(Freshness::of);
    }
}
