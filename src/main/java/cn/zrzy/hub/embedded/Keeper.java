package cn.zrzy.hub.embedded;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a server that lives in or beside this process and starts it again when it has stopped (看守): nobody else would, and
 * a night must not stand still until the morning for a server that a killer or a full disk has ended. Says on the desk what
 * it did, for a day.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** What is kept. */
    interface Kept {

        boolean runs() throws Exception;

        void restart() throws Exception;
    }

    private final String name;
    private final Kept kept;
    private final ScheduledExecutorService thread;
    private volatile Instant stoppedAt;
    private volatile Instant restartedAt;
    private volatile int tries;
    private volatile int restarts;

    /** @param name {@code database} or {@code broker}, as in the concerns {@code <name>-stopped} and {@code <name>-restarted} */
    Keeper(String name, Kept kept, Duration every) {
        this.name = name;
        this.kept = kept;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread keeper = new Thread(work, name + "-keeper");
            keeper.setDaemon(true);
            return keeper;
        });
        thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (kept.runs()) {
                return;
            }
            if (stoppedAt == null) {
                stoppedAt = Instant.now();
                LOG.error("E-{}-STOPPED 内置服务停了，正在重新启动", name.toUpperCase(java.util.Locale.ROOT));
            }
            tries++;
            kept.restart();
            restarts++;
            restartedAt = Instant.now();
            LOG.warn(
                    "内置服务 {} 已重新启动，停了 {} 秒",
                    name,
                    Duration.between(stoppedAt, restartedAt).toSeconds());
            stoppedAt = null;
            tries = 0;
        } catch (Exception e) {
            LOG.error("内置服务 {} 第 {} 次没有启动成，稍后再试：{}", name, tries, e.getMessage());
        }
    }

    List<Concern> concerns() {
        if (stoppedAt != null) {
            return List.of(
                    new Concern(name + "-stopped", List.of(tries), Beijing.of(stoppedAt), null, "/routes", false));
        }
        if (restartedAt != null && restartedAt.isAfter(Instant.now().minus(REMEMBERED))) {
            return List.of(new Concern(
                    name + "-restarted", List.of(restarts), Beijing.of(restartedAt), null, "/routes", true));
        }
        return List.of();
    }

    /** Before the server itself is stopped on purpose. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
