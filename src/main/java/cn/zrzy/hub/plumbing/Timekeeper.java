package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyLedger.Claim;
import cn.zrzy.hub.duty.NightSchedule;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the duty ledger write down what has come due, takes due runs from it and sends each through the route of its name
 * (守时者), with the worker's {@link Shift} as the variable {@code shift}. The route ends with an {@link Outcome}; when it
 * failed, its policy has already told the ledger; when its shift ended, nobody is told anything.
 */
@Component
class Timekeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration SLOWEST_BEAT = Duration.ofSeconds(5);

    private final DutyLedger ledger;
    private final ProducerTemplate template;
    private final Duration lease;
    private final int workers;
    private final Semaphore free;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService threads;

    Timekeeper(
            DutyLedger ledger,
            ProducerTemplate template,
            NightSchedule schedule,
            @Value("${hub.timekeeper.workers:3}") int workers) {
        this.ledger = ledger;
        this.template = template;
        this.lease = schedule.lease();
        this.workers = workers;
        this.free = new Semaphore(workers);
    }

    /** Each worker has a thread for its heart, so that a ledger slow to answer others does not stop its beats. */
    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(2 * workers + 2, Threads.named("timekeeper"));
        threads.scheduleWithFixedDelay(this::takeAll, 1_000, 500, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::noticeDue, 1, 10, TimeUnit.SECONDS);
    }

    private void noticeDue() {
        try {
            ledger.noticeDue().stream()
                    .filter(run -> !run.origin().equals("clock"))
                    .forEach(run -> LOG.warn("错过的夜间任务 {}：{}", run.runId(), run.state()));
        } catch (RuntimeException e) {
            LOG.error("到点任务没有登记成，十秒后再试：{}", e.getMessage());
        }
    }

    private void takeAll() {
        try {
            while (free.tryAcquire()) {
                long asked = System.nanoTime();
                Claim claim = ledger.claim(Set.copyOf(inHand)).orElse(null);
                if (claim == null) {
                    free.release();
                    return;
                }
                inHand.add(claim.runId());
                threads.execute(() ->
                        traced(claim, () -> run(claim, new Heart(ledger, claim, lease, System::nanoTime, asked))));
            }
        } catch (RuntimeException e) {
            free.release();
            LOG.error("台账暂不可用，稍后再取：{}", e.getMessage());
        }
    }

    /** Whatever is logged of a run stands under its trace, as the runbook promises, not only what its route logs. */
    private static void traced(Claim claim, Runnable part) {
        try (MDC.MDCCloseable trace = MDC.putCloseable("traceId", claim.traceId())) {
            part.run();
        }
    }

    private void run(Claim claim, Heart heart) {
        long every = Math.min(SLOWEST_BEAT.toMillis(), lease.toMillis() / 4);
        ScheduledFuture<?> beats =
                threads.scheduleAtFixedRate(() -> traced(claim, heart::beat), every, every, TimeUnit.MILLISECONDS);
        try {
            conclude(heart.shift(), through(claim, heart.shift()));
        } catch (RuntimeException e) {
            LOG.error("夜间任务 {} 的结果未能记入台账，租约到期后重做：{}", claim.runId(), e.getMessage());
        } finally {
            beats.cancel(false);
            inHand.remove(claim.runId());
            free.release();
        }
    }

    private Exchange through(Claim claim, Shift shift) {
        return template.request("direct:" + claim.job(), exchange -> {
            exchange.setVariable("shift", shift);
            exchange.getMessage()
                    .setHeader("businessDate", claim.businessDate().format(DateTimeFormatter.BASIC_ISO_DATE));
            exchange.getMessage().setHeader("traceId", claim.traceId());
        });
    }

    private void conclude(Shift shift, Exchange exchange) {
        Outcome outcome = exchange.getMessage().getBody(Outcome.class);
        if (exchange.getException() != null) {
            ledger.postpone(shift, exchange.getException());
        } else if (outcome != null && ledger.done(shift, outcome)) {
            LOG.info("夜间任务 {} {}：{}", shift.runId(), outcome.state(), outcome.message());
        }
    }

    @Override
    public void stop() {
        Threads.end(Duration.ofSeconds(6), threads);
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
