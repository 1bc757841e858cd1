package cn.zrzy.hub.act.bulk;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each second every open job of this hub goes one step further (作业节拍). */
@Component
class JobClock {

    private static final Logger LOG = LoggerFactory.getLogger(JobClock.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final JobWorker worker;
    private final String name = UUID.randomUUID().toString();

    JobClock(Jobs jobs, JobWorker worker) {
        this.jobs = jobs;
        this.worker = worker;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    void tick() {
        try {
            jobs.take(name, LEASE).forEach(this::step);
        } catch (RuntimeException e) {
            LOG.warn("批量作业暂时不能进行，稍后接着办：{}", e.getMessage());
        }
    }

    /** One job that stumbles stops no other. */
    private void step(long job) {
        try {
            worker.work(job);
        } catch (RuntimeException e) {
            LOG.warn("批量作业 {} 这一步未成，稍后接着办：{}", job, e.getMessage());
        }
    }
}
