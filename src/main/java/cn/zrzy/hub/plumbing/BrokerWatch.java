package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.Carriers;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks at the broker every few seconds (看守消息中枢): whether it answers, what lies in its dead-letter queue, and whether it
 * still holds the mark that we put there. A broker that comes back without the mark has lost everything else too, and what
 * was handed to it is owed again.
 */
@Component
class BrokerWatch implements SmartLifecycle, Concerns {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final String CARRIER = "broker";
    private static final String MARK = "hub.mark";
    private static final int MOST = 200;

    /** A broker that has not answered for so long is away; one look may take as long as its time-outs. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final JmsTemplate broker;
    private final Carriers carriers;
    private final long everySeconds;
    private ScheduledExecutorService thread;

    private volatile Instant answered = Instant.now();
    private volatile List<DeadLetter> dead = List.of();

    private record DeadLetter(String queue, Instant at) {}

    BrokerWatch(JmsTemplate broker, Carriers carriers, @Value("${hub.broker-watch-seconds:5}") long everySeconds) {
        this.broker = broker;
        this.carriers = carriers;
        this.everySeconds = everySeconds;
    }

    @Override
    public void start() {
        answered = Instant.now();
        thread = Executors.newScheduledThreadPool(1, Threads.named("broker-watch"));
        thread.scheduleWithFixedDelay(this::look, 0, everySeconds, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            requireMark();
            dead = broker.browse("DLQ", (session, browser) -> deadLetters(browser.getEnumeration()));
            answered = Instant.now();
        } catch (RuntimeException e) {
            LOG.warn("消息中枢没有应答：{}", e.getMessage());
        }
    }

    private void requireMark() {
        String mark = carriers.mark(CARRIER).orElse("");
        boolean there = !mark.isEmpty()
                && Boolean.TRUE.equals(broker.browse(
                        MARK, (session, browser) -> holds(Collections.list(browser.getEnumeration()), mark)));
        if (there) {
            return;
        }
        String next = UUID.randomUUID().toString();
        broker.convertAndSend(MARK, next);
        if (!mark.isEmpty()) {
            LOG.error("E-BROKER-EMPTY 消息中枢的数据回来时是空的，重新登记 {} 件报送", carriers.lost(CARRIER));
        }
        carriers.given(CARRIER, next);
    }

    private static boolean holds(List<?> messages, String mark) throws JMSException {
        for (Object message : messages) {
            if (message instanceof jakarta.jms.TextMessage text && mark.equals(text.getText())) {
                return true;
            }
        }
        return false;
    }

    /** No further than a person would count: the queue may hold years of them. */
    private static List<DeadLetter> deadLetters(Enumeration<?> messages) throws JMSException {
        List<DeadLetter> found = new ArrayList<>();
        while (found.size() < MOST && messages.hasMoreElements()) {
            Message message = (Message) messages.nextElement();
            String from = message.getStringProperty("_AMQ_ORIG_ADDRESS");
            found.add(new DeadLetter(from == null ? "?" : from, Instant.ofEpochMilli(message.getJMSTimestamp())));
        }
        return found;
    }

    @Override
    public List<Concern> open() {
        List<Concern> open = new ArrayList<>();
        if (answered.isBefore(Instant.now().minus(SILENCE).minusSeconds(everySeconds))) {
            open.add(new Concern("broker-away", List.of(), Beijing.of(answered), null, "/routes", false));
        }
        List<DeadLetter> lying = dead;
        if (!lying.isEmpty()) {
            DeadLetter oldest = lying.get(0);
            List<Object> words = List.of((long) lying.size(), oldest.queue());
            open.add(new Concern("dead-letters", words, Beijing.of(oldest.at()), null, "/routes", false));
        }
        carriers.recentLoss()
                .ifPresent(loss -> open.add(new Concern(
                        "journal-lost", List.of(loss.dispatches()), loss.at(), null, "/messages?state=SENT", false)));
        return open;
    }

    @Override
    public void stop() {
        thread.shutdownNow();
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
