package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.KeyChecks;
import cn.zrzy.hub.delivery.KeyQuestion;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the comparison of keys before any route runs, sends each question through {@code direct:ask-keys-of-<partner>}, and
 * beats the heart by which the next start knows how long no hub was there (对键转发).
 */
@Component
class KeyCheckRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheckRelay.class);

    private final KeyChecks checks;
    private final CamelContext camel;
    private final ProducerTemplate template;
    private ScheduledExecutorService threads;

    KeyCheckRelay(KeyChecks checks, CamelContext camel, ProducerTemplate template) {
        this.checks = checks;
        this.camel = camel;
        this.template = template;
    }

    @Override
    public void start() {
        checks.open();
        threads = Executors.newScheduledThreadPool(2, Threads.named("key-check"));
        threads.scheduleWithFixedDelay(this::beat, 10, 10, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(this::ask, 1_000, 500, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            checks.beat();
        } catch (RuntimeException e) {
            LOG.warn("心跳没有记下：{}", e.getMessage());
        }
    }

    private void ask() {
        if (!camel.getStatus().isStarted()) {
            return;
        }
        try {
            checks.due().forEach(this::ask);
        } catch (RuntimeException e) {
            LOG.warn("对键暂时问不成：{}", e.getMessage());
        }
    }

    /** The policy {@code keys} has told the book when it failed. */
    private void ask(KeyQuestion question) {
        template.requestBody("direct:ask-keys-of-" + question.partner(), question);
    }

    @Override
    public void stop() {
        threads.shutdown();
        try {
            threads.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** Before the Camel context has started, after it stops: what lies on the queues waits for the question too. */
    @Override
    public int getPhase() {
        return 0;
    }
}
