package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.DispatchConfirmed;
import cn.zrzy.hub.delivery.DueDispatches;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.kernel.CrashPoint;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts what is due on the queue of its route (报送转发): leased and committed first, then sent. A broker that is away loses
 * nothing, since the lease goes back or runs out.
 */
@Component
class DispatchRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchRelay.class);
    private static final int BATCH = 100;

    /** So long after a receipt the place that it freed is given away; receipts of one moment are served together. */
    private static final long SOON_MILLIS = 20;

    private final DueDispatches due;
    private final JmsTemplate broker;
    private final long everyMillis;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ScheduledExecutorService relays;
    private ScheduledExecutorService leases;

    DispatchRelay(DueDispatches due, JmsTemplate broker, @Value("${hub.relay.every-millis:300}") long everyMillis) {
        this.due = due;
        // A queue's batch is committed here by hand; nobody else's single sends shall have to be.
        this.broker = new JmsTemplate(broker.getConnectionFactory());
        this.broker.setDeliveryPersistent(true);
        this.broker.setExplicitQosEnabled(true);
        this.broker.setSessionTransacted(true);
        this.everyMillis = everyMillis;
    }

    @Override
    public void start() {
        ScheduledExecutorService one = Executors.newScheduledThreadPool(1, Threads.named("dispatch-relay"));
        one.scheduleWithFixedDelay(this::relay, 1_000, everyMillis, TimeUnit.MILLISECONDS);
        leases = Executors.newScheduledThreadPool(1, Threads.named("dispatch-leases"));
        leases.scheduleWithFixedDelay(this::expire, 1, 5, TimeUnit.SECONDS);
        relays = one;
    }

    /** A route may hold few dispatches at a time; without this it would wait for the next round with its hands empty. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void freed(DispatchConfirmed fact) {
        ScheduledExecutorService running = relays;
        if (running != null && woken.compareAndSet(false, true)) {
            try {
                running.schedule(this::relay, SOON_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("the relay is being stopped; {} frees its place for the next start", fact.dispatch());
            }
        }
    }

    private void relay() {
        woken.set(false);
        try {
            List<LeasedDispatch> batch;
            do {
                batch = due.claim(BATCH);
                CrashPoint.reached("before-queue");
                batch.stream()
                        .collect(Collectors.groupingBy(LeasedDispatch::queue, LinkedHashMap::new, Collectors.toList()))
                        .forEach(this::send);
            } while (batch.size() == BATCH);
        } catch (RuntimeException e) {
            LOG.error("待报送事项暂时取不出来，稍后再取：{}", e.getMessage());
        }
    }

    /** One queue's messages are stored together, once; what goes wrong with one queue is no other's business. */
    private void send(String queue, List<LeasedDispatch> batch) {
        try {
            broker.execute(queue, (session, producer) -> {
                for (LeasedDispatch leased : batch) {
                    producer.send(message(session, leased));
                }
                session.commit();
                return null;
            });
            CrashPoint.reached("after-queue");
        } catch (JmsException e) {
            LOG.error("消息中间件不可用，{} 件退回待报送（{}）：{}", batch.size(), queue, e.getMessage());
            // A commit whose answer was lost may have stored them: their lease is over then, and they end quietly.
            batch.forEach(due::release);
        }
    }

    private static Message message(Session session, LeasedDispatch leased) throws JMSException {
        Message message = session.createTextMessage(leased.dispatch());
        message.setLongProperty("leaseNo", leased.leaseNo());
        message.setStringProperty("businessKey", leased.businessKey());
        message.setStringProperty("traceparent", LogContext.traceparent(leased.traceId()));
        // By the key, which is random: dispatch numbers come again after a restore, and a broker of its own remembers.
        message.setStringProperty("_AMQ_DUPL_ID", leased.idempotencyKey() + "/" + leased.leaseNo());
        return message;
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
        Threads.end(Duration.ofSeconds(5), relays, leases);
        relays = null;
    }

    @Override
    public boolean isRunning() {
        return relays != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
