package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SyncRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** 两库台账 on PostgreSQL. Each public step is one transaction and may be repeated. */
@Repository("registryBook")
class JdbcRegistryBook implements RegistryBook {

    private final TransactionTemplate transaction;
    private final RunTable runs;
    private final StagingTables staging;
    private final Differences differences;
    private final HeldChanges heldChanges;
    private final ChangePages changePages;
    private final LiveLists lists;

    JdbcRegistryBook(
            TransactionTemplate transaction,
            RunTable runs,
            StagingTables staging,
            Differences differences,
            HeldChanges heldChanges,
            ChangePages changePages,
            LiveLists lists) {
        this.transaction = transaction;
        this.runs = runs;
        this.staging = staging;
        this.differences = differences;
        this.heldChanges = heldChanges;
        this.changePages = changePages;
        this.lists = lists;
    }

    @Override
    public boolean open(Shift shift, String feed, LocalDate businessDate) {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            runs.enter(shift.runId(), feed, businessDate);
            if (runs.held(shift).state().finished()) {
                return false;
            }
            differences.sweep(shift.runId());
            runs.reset(shift.runId());
            return true;
        }));
    }

    @Override
    public List<Long> stageSubjects(Shift shift, List<StagedSubject> rows) {
        return transaction.execute(tx -> {
            onShelf(shift, Shelf.SUBJECT);
            return staging.subjects(shift.runId(), rows);
        });
    }

    @Override
    public List<Long> stageInspectors(Shift shift, List<StagedInspector> rows) {
        return transaction.execute(tx -> {
            onShelf(shift, Shelf.INSPECTOR);
            return staging.inspectors(shift.runId(), rows);
        });
    }

    private void onShelf(Shift shift, Shelf shelf) {
        runs.held(shift);
        runs.put(shift.runId(), shelf);
    }

    @Override
    public void spare(Shift shift, List<String> keys) {
        transaction.executeWithoutResult(tx -> {
            runs.held(shift);
            staging.spare(shift.runId(), keys);
        });
    }

    @Override
    public void unidentified(Shift shift, long rows) {
        transaction.executeWithoutResult(tx -> {
            runs.held(shift);
            runs.unidentified(shift.runId(), rows);
        });
    }

    @Override
    public void close(Shift shift, long received, long expected, long quarantined) {
        Optional<Rejected> fault = fault(received, expected, quarantined);
        transaction.executeWithoutResult(tx -> {
            runs.held(shift);
            runs.close(shift.runId(), received, quarantined, fault.map(Rejected::getMessage));
        });
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    private static Optional<Rejected> fault(long received, long expected, long quarantined) {
        if (received == 0) {
            return Optional.of(new Rejected("E-FEED-EMPTY", "来源没有一行数据，按规则不予采用，名录保持不变"));
        }
        if (received != expected) {
            return Optional.of(
                    new Rejected("E-FEED-COUNT", "来源声明 " + expected + " 行，实收 " + received + " 行，传输不完整，不予采用，名录保持不变"));
        }
        return quarantined < received // whatever its size: the guard lets small lists pass
                ? Optional.empty()
                : Optional.of(new Rejected("E-FEED-ALL-BAD", "来源的 " + received + " 行全部被隔离，没有一行可用，不予采用，名录保持不变"));
    }

    @Override
    public SyncRun compare(Shift shift) {
        CrashPoint.reached("after-stage");
        differences.measure();
        return transaction.execute(tx -> {
            SyncRun run = runs.held(shift);
            if (run.state().finished()) {
                return run;
            }
            if (run.state() == SyncRun.State.ABANDONED || !runs.closed(run.runId())) {
                throw new Rejected("E-RUN-STATE", "批次 " + run.runId() + " 尚未完整暂存，不能比对");
            }
            lists.compare(run);
            return runs.locked(run.runId());
        });
    }

    @Override
    public Outcome apply(Shift shift) {
        CrashPoint.reached("before-apply");
        Outcome outcome = transaction.execute(tx -> {
            runs.lockFeed(runs.feed(shift.runId()));
            SyncRun run = runs.held(shift);
            if (run.state().finished()) {
                return heldChanges.outcome(run);
            }
            if (run.state() != SyncRun.State.COMPARED) {
                throw new Rejected("E-RUN-STATE", "批次 " + run.runId() + " 尚未比对，不能生效");
            }
            return lists.settle(run);
        });
        CrashPoint.reached("after-apply");
        return outcome;
    }

    @Override
    public void request(String runId, String who, String reason) {
        transaction.executeWithoutResult(tx -> heldChanges.request(runs.locked(runId), who, reason));
    }

    @Override
    public Outcome approve(String runId, String who, String reason) {
        return transaction.execute(tx -> {
            runs.lockFeed(runs.feed(runId));
            SyncRun run = runs.locked(runId);
            heldChanges.decide(run, who, reason, "APPROVED");
            lists.approved(run);
            return heldChanges.tell(runId);
        });
    }

    @Override
    public void refuse(String runId, String who, String reason) {
        transaction.executeWithoutResult(tx -> {
            SyncRun run = runs.locked(runId);
            heldChanges.decide(run, who, reason, "REFUSED");
            runs.drop(runId, SyncRun.State.REFUSED, "由 " + who + " 拒绝：" + reason);
            differences.sweep(runId);
            heldChanges.tell(runId);
        });
    }

    @Override
    public List<HeldChange> held() {
        return heldChanges.list();
    }

    @Override
    public Optional<SyncRun> run(String runId) {
        return runs.find(runId);
    }

    @Override
    public List<SyncRun> runs(String feedOrNull, int offset, int limit) {
        return runs.list(feedOrNull, offset, limit);
    }

    @Override
    public List<RowChange> changes(String runId, RowChange.Kind changeOrNull, int offset, int limit) {
        return runs.find(runId)
                .flatMap(run ->
                        runs.shelfIfAny(runId).map(shelf -> changePages.page(run, shelf, changeOrNull, offset, limit)))
                .orElse(List.of());
    }

    @Override
    public Optional<Freshness> freshness(String feed) {
        return runs.lastApplied(feed)
                .map(run -> new Freshness(
                        feed,
                        run.runId(),
                        run.businessDate(),
                        run.finishedAt(),
                        run.live() + run.added() - run.retired()));
    }
}
