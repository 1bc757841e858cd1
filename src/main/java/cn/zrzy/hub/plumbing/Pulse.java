package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.KeyChecks;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the comparison of keys before any route runs, and writes the sign of life by which the next start knows how long no
 * hub was there (心跳).
 */
@Component
class Pulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final KeyChecks checks;
    private ScheduledExecutorService threads;

    Pulse(KeyChecks checks) {
        this.checks = checks;
    }

    @Override
    public void start() {
        checks.open();
        threads = Executors.newScheduledThreadPool(1, Threads.named("pulse"));
        threads.scheduleWithFixedDelay(this::beat, 10, 10, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            checks.beat();
        } catch (RuntimeException e) {
            LOG.warn("心跳没有记下：{}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        threads.shutdownNow();
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** Before the Camel context has started: what lies on the queues waits for the question too. */
    @Override
    public int getPhase() {
        return 0;
    }
}
