package cn.zrzy.hub.alert;

import cn.zrzy.hub.kernel.Causes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * 告警节拍: looks at the desk, sends, and gives the sign of life. On threads of its own, so that neither a slow robot holds up the
 * hub's other clocks nor they it; and what waits for a robot keeps nobody from looking at the desk.
 */
@Component
class AlertRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final long SEND_SECONDS = 2;

    private final Causes desk;
    private final AlertBook book;
    private final Post post;
    private final Heartbeat heartbeat;
    private final AlertTerms terms;
    private volatile ScheduledExecutorService threads;

    AlertRounds(Causes desk, AlertBook book, Post post, Heartbeat heartbeat, AlertTerms terms) {
        this.desk = desk;
        this.book = book;
        this.post = post;
        this.heartbeat = heartbeat;
        this.terms = terms;
    }

    @Override
    public void start() {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(3, work -> {
            Thread thread = new Thread(work, "alerts");
            thread.setDaemon(true);
            return thread;
        });
        long gather = terms.gather().toMillis();
        pool.scheduleWithFixedDelay(this::gather, Math.min(gather, 5_000), gather, TimeUnit.MILLISECONDS);
        pool.scheduleWithFixedDelay(this::send, SEND_SECONDS, SEND_SECONDS, TimeUnit.SECONDS);
        long beat = terms.heartbeat().every().toMillis();
        pool.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        threads = pool;
    }

    private void gather() {
        try {
            book.round(desk.standing());
            heartbeat.looked();
        } catch (RuntimeException | Error e) { // what is thrown here would end these rounds for good
            LOG.error("告警这一轮没有看成值班台，稍后再看：{}", e.getMessage());
        }
    }

    private void send() {
        try {
            post.round();
            heartbeat.sent();
        } catch (RuntimeException | Error e) { // what is thrown here would end these rounds for good
            LOG.error("告警这一轮没有发成，稍后再发：{}", e.getMessage());
        }
    }

    private void beat() {
        try {
            heartbeat.beat();
        } catch (RuntimeException | Error e) {
            LOG.error("告警的心跳没有送出，稍后再送：{}", e.getMessage());
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

    /** Last to start and first to stop: it looks at everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
