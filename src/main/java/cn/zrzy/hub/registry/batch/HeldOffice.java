package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Outcome;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about a batch that the guard stopped (拦截与审批). */
@Component
class HeldOffice {

    private final Batches batches;
    private final StagingArea staging;
    private final Settlement settlement;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HeldOffice(
            Batches batches,
            StagingArea staging,
            Settlement settlement,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.staging = staging;
        this.settlement = settlement;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void request(String runId, String who, String reason) {
        transaction.executeWithoutResult(tx -> {
            Batch batch = known(runId);
            batch.request(who, reason, Beijing.moment(clock));
            batches.save(batch);
        });
    }

    Outcome approve(String runId, String who, String reason) {
        return transaction.execute(tx -> {
            batches.lockFeed(Refusals.known(runId, batches.feed(runId)));
            Batch batch = known(runId);
            Instant now = Beijing.moment(clock);
            batch.approve(who, reason, now);
            settlement.letThrough(batch, now);
            settlement.tell(batch);
            return settlement.outcome(batch);
        });
    }

    void refuse(String runId, String who, String reason) {
        transaction.executeWithoutResult(tx -> {
            Batch batch = known(runId);
            batch.refuse(who, reason, Beijing.moment(clock));
            staging.sweep(runId);
            batches.save(batch);
            settlement.tell(batch);
        });
    }

    private Batch known(String runId) {
        return Refusals.known(runId, batches.lock(runId));
    }
}
