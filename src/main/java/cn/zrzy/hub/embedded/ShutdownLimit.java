package cn.zrzy.hub.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The process ends within its time once it was told to (停机时限), whatever is stuck: a library that waits for a broker that has
 * gone would keep it for ever. Nothing is lost by that, since whatever was under way stands in the database.
 */
@Component
class ShutdownLimit {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownLimit.class);
    /** As a process that was ended by SIGTERM. */
    private static final int STATUS = 143;

    private final Duration within;
    private final ObjectProvider<EmbeddedPostgres> database;

    /** @param within zero for no limit: in tests the process is not ours to end */
    ShutdownLimit(@Value("${hub.shutdown-within:0s}") Duration within, ObjectProvider<EmbeddedPostgres> database) {
        this.within = within;
        this.database = database;
    }

    @EventListener(ContextClosedEvent.class)
    void begin() {
        if (within.isZero()) {
            return;
        }
        EmbeddedPostgres own = database.getIfAvailable();
        Thread limit = new Thread(() -> end(own), "shutdown-limit");
        limit.setDaemon(true);
        limit.start();
    }

    private void end(EmbeddedPostgres own) {
        try {
            new CountDownLatch(1).await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return;
        }
        LOG.error("E-SHUTDOWN-LATE 停机超过 {} 秒，强行结束；没有办完的下次启动接着办", within.toSeconds());
        if (own != null) {
            own.letGo();
        }
        Runtime.getRuntime().halt(STATUS);
    }
}
