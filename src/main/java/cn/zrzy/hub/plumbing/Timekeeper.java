package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyLedger.Claim;
import cn.zrzy.hub.kernel.Outcome;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes due runs from the duty ledger and sends each through the route of its name (守时者). The route ends with an
 * {@link Outcome}; when it failed, its policy has already told the ledger.
 */
@Component
class Timekeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

    private final DutyLedger ledger;
    private final ProducerTemplate template;
    private final int workers;
    private final Semaphore free;
    private ScheduledExecutorService threads;

    Timekeeper(DutyLedger ledger, ProducerTemplate template, @Value("${hub.timekeeper.workers:3}") int workers) {
        this.ledger = ledger;
        this.template = template;
        this.workers = workers;
        this.free = new Semaphore(workers);
    }

    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(workers + 2, Threads.named("timekeeper"));
        threads.scheduleWithFixedDelay(this::takeAll, 1_000, 500, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::noticeMissed, 5, 60, TimeUnit.SECONDS);
    }

    private void noticeMissed() {
        try {
            ledger.noticeMissed().forEach(run -> LOG.warn("错过的夜间任务 {}：{}", run.runId(), run.state()));
        } catch (RuntimeException e) {
            LOG.error("检查错过的任务未成功，一分钟后再查：{}", e.getMessage());
        }
    }

    private void takeAll() {
        try {
            while (free.tryAcquire()) {
                Claim claim = ledger.claim().orElse(null);
                if (claim == null) {
                    free.release();
                    return;
                }
                threads.execute(() -> run(claim));
            }
        } catch (RuntimeException e) {
            free.release();
            LOG.error("台账暂不可用，稍后再取：{}", e.getMessage());
        }
    }

    /** One beat that fails must not be the last: the database may be away for a moment only. */
    private void beat(Claim claim) {
        try {
            if (!ledger.beat(claim)) {
                LOG.warn("夜间任务 {} 已由别的进程接手", claim.runId());
            }
        } catch (RuntimeException e) {
            LOG.warn("夜间任务 {} 暂时不能续租：{}", claim.runId(), e.getMessage());
        }
    }

    private void run(Claim claim) {
        ScheduledFuture<?> heart = threads.scheduleAtFixedRate(() -> beat(claim), 5, 5, TimeUnit.SECONDS);
        try {
            Exchange exchange = template.request("direct:" + claim.job(), message -> {
                message.getIn().setHeader("runId", claim.runId());
                message.getIn()
                        .setHeader("businessDate", claim.businessDate().format(DateTimeFormatter.BASIC_ISO_DATE));
                message.getIn().setHeader("traceId", claim.traceId());
            });
            Outcome outcome = exchange.getMessage().getBody(Outcome.class);
            if (exchange.getException() != null) {
                ledger.postpone(claim.runId(), exchange.getException());
            } else if (outcome != null) {
                ledger.done(claim, outcome);
                LOG.info("夜间任务 {} {}：{}", claim.runId(), outcome.state(), outcome.message());
            }
        } catch (RuntimeException e) {
            LOG.error("夜间任务 {} 的结果未能记入台账，租约到期后重做：{}", claim.runId(), e.getMessage());
        } finally {
            heart.cancel(false);
            free.release();
        }
    }

    @Override
    public void stop() {
        threads.shutdown();
        try {
            threads.awaitTermination(6, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** After the Camel context has started, before it stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
