package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.KeyChecks;
import cn.zrzy.hub.delivery.KeyQuestion;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends each question "which keys of mine do you hold?" through {@code direct:ask-keys-of-<partner>} (对键转发); {@link Pulse} has
 * opened them before. It knows Camel by its template only: Spring would start first what a lifecycle bean depends on, and a
 * Camel context started that early finds no routes.
 */
@Component
class KeyCheckRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheckRelay.class);

    private static final int ASKERS = 6;

    private final KeyChecks checks;
    private final ProducerTemplate template;
    private ScheduledExecutorService threads;

    KeyCheckRelay(KeyChecks checks, ProducerTemplate template) {
        this.checks = checks;
        this.template = template;
    }

    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(ASKERS, Threads.named("key-check"));
        threads.scheduleWithFixedDelay(this::ask, 1_000, 500, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        if (!template.getCamelContext().getStatus().isStarted()) {
            return;
        }
        try {
            checks.due().forEach(question -> threads.execute(() -> ask(question)));
        } catch (RuntimeException e) {
            LOG.warn("对键暂时问不成：{}", e.getMessage());
        }
    }

    /** When it failed, the policy {@code keys} has told the book; one that is slow to answer holds nobody else's question. */
    private void ask(KeyQuestion question) {
        try {
            template.requestBody("direct:ask-keys-of-" + question.partner(), question);
        } catch (RuntimeException e) {
            LOG.warn("对键：没有问成 {}，稍后再问：{}", question.partner(), e.getMessage());
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
