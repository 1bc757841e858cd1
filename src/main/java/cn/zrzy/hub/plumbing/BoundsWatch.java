package cn.zrzy.hub.plumbing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends conversations at their deadline (时限看守). Not itself an executor: a bean of that type would make Spring Boot leave out
 * the one that answers requests.
 */
class BoundsWatch implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newScheduledThreadPool(1, Threads.named("bounds"));

    ScheduledFuture<?> after(Duration within, Runnable end) {
        return thread.schedule(end, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
