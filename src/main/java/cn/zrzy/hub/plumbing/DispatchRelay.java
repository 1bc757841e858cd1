package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.DueDispatches;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.kernel.CrashPoint;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts what is due on the queue of its route (报送转发): leased and committed first, then sent. A broker that is away loses
 * nothing, since the lease goes back or runs out.
 */
@Component
class DispatchRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchRelay.class);
    private static final int BATCH = 100;

    private final DueDispatches due;
    private final JmsTemplate broker;
    private final long everyMillis;
    private ScheduledExecutorService thread;

    DispatchRelay(DueDispatches due, JmsTemplate broker, @Value("${hub.relay.every-millis:300}") long everyMillis) {
        this.due = due;
        this.broker = broker;
        this.everyMillis = everyMillis;
    }

    @Override
    public void start() {
        thread = Executors.newScheduledThreadPool(2, Threads.named("dispatch-relay"));
        thread.scheduleWithFixedDelay(this::relay, 1_000, everyMillis, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(this::expire, 1, 5, TimeUnit.SECONDS);
    }

    private void relay() {
        try {
            List<LeasedDispatch> batch;
            do {
                batch = due.claim(BATCH);
                CrashPoint.reached("before-queue");
                batch.forEach(this::send);
            } while (batch.size() == BATCH);
        } catch (RuntimeException e) {
            LOG.error("待报送事项暂时取不出来，稍后再取：{}", e.getMessage());
        }
    }

    private void send(LeasedDispatch leased) {
        try {
            broker.convertAndSend(leased.queue(), leased.dispatch(), message -> {
                message.setLongProperty("leaseNo", leased.leaseNo());
                message.setStringProperty("businessKey", leased.businessKey());
                message.setStringProperty("traceparent", LogContext.traceparent(leased.traceId()));
                // By the key, which is random: dispatch numbers come again after a restore, and a broker of its own
                // remembers.
                message.setStringProperty("_AMQ_DUPL_ID", leased.idempotencyKey() + "/" + leased.leaseNo());
                return message;
            });
            CrashPoint.reached("after-queue");
        } catch (JmsException e) {
            LOG.error("消息中间件不可用，{} 退回待报送：{}", leased.dispatch(), e.getMessage());
            due.release(leased);
        }
    }

    private void expire() {
        try {
            int ended = due.expireLeases();
            if (ended > 0) {
                LOG.warn("{} 个报送租约到期，已按是否发出分别转为待报送或结果未知", ended);
            }
        } catch (RuntimeException e) {
            LOG.error("租约检查未成功：{}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
