package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.message.MessageAct;
import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one second's work of a job (作业办理). Whatever it does is committed item by item, so a hub that dies leaves each message
 * either pressed and noted or neither, and the next one goes on from there.
 */
@Component
class JobWorker {

    private static final int BATCH = 1_000;
    private static final int LOOKED_AT = 500;

    private final Map<String, MessageAct> acts;
    private final Jobs jobs;
    private final JobItems items;
    private final Backlogs backlogs;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    JobWorker(
            List<MessageAct> acts,
            Jobs jobs,
            JobItems items,
            Backlogs backlogs,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.acts = acts.stream().collect(Collectors.toMap(Act::name, Function.identity()));
        this.jobs = jobs;
        this.items = items;
        this.backlogs = backlogs;
        this.trail = trail;
        this.transaction = transaction;
    }

    void work(long no) {
        Job job = jobs.find(no).orElseThrow();
        switch (job.state()) {
            case GATHERING -> gather(job);
            case RUNNING -> advance(job);
            case ENDING -> wind(job);
            default -> {
                // Halted or over since it was taken.
            }
        }
    }

    private void gather(Job job) {
        Backlogs.Wanted wanted = JobChoice.wanted(acts.get(job.act()), job.partner(), job.cause());
        List<Backlogs.Look> next = job.ticked()
                ? List.of()
                : backlogs.after(wanted, jobs.course(job.no()).gatheredTo(), BATCH);
        if (!next.isEmpty()) {
            List<String> ids = next.stream().map(Backlogs.Look::dispatch).toList();
            items.gather(job.no(), ids, ids.get(ids.size() - 1));
        }
        if (next.size() < BATCH) {
            jobs.move(job.no(), Job.State.GATHERING, Job.State.RUNNING, "");
        }
    }

    private void advance(Job job) {
        judge(job.no());
        Job now = jobs.find(job.no()).orElseThrow();
        Optional<String> halt = now.pace().halt(now.tally());
        if (halt.isPresent()) {
            end(now, Job.State.HALTED, halt.get());
        } else if (now.tally().waiting() == 0 && now.tally().open() == 0) {
            end(now, Job.State.DONE, "办完");
        } else {
            pressNext(now);
        }
    }

    private void pressNext(Job job) {
        MessageAct act = acts.get(job.act());
        List<String> next = items.waiting(job.no(), job.pace().next(job.tally()));
        if (next.isEmpty()) {
            return;
        }
        Press press =
                new Press(job.who(), job.reason(), null, jobs.course(job.no()).number(), null);
        for (Backlogs.Look message : backlogs.look(next)) {
            press(job.no(), act, message, press);
        }
    }

    private void press(long job, MessageAct act, Backlogs.Look message, Press press) {
        try {
            transaction.executeWithoutResult(status -> {
                Rejected bar = act.preview(message.dispatch()).bar();
                if (bar != null) {
                    throw bar;
                }
                if (items.press(job, message.dispatch(), message.tries())) {
                    act.press(message.dispatch(), press);
                }
                CrashPoint.reached("before-job-item");
            });
        } catch (Rejected refusal) {
            items.refuse(job, message.dispatch(), refusal.code(), refusal.getMessage());
        }
    }

    private void judge(long job) {
        Map<String, JobItems.Pressed> pressed = items.pressed(job, LOOKED_AT).stream()
                .collect(Collectors.toMap(JobItems.Pressed::dispatch, Function.identity()));
        if (pressed.isEmpty()) {
            return;
        }
        for (Backlogs.Look now : backlogs.look(pressed.keySet())) {
            JobItems.Pressed before = pressed.get(now.dispatch());
            Duration since = before.since();
            ItemOutcome.of(now, before.tries(), since).ifPresent(outcome -> items.judge(job, now.dispatch(), outcome));
        }
    }

    /** What was begun is waited for, the rest is let go, so that another job may have it. */
    private void wind(Job job) {
        judge(job.no());
        Job now = jobs.find(job.no()).orElseThrow();
        if (items.leave(job.no(), BATCH) < BATCH && now.tally().open() == 0) {
            end(now, Job.State.STOPPED, "由人停止，" + now.tally().waiting() + " 件没有动");
        }
    }

    private void end(Job job, Job.State to, String message) {
        transaction.executeWithoutResult(status -> {
            if (jobs.move(job.no(), job.state(), to, message)) {
                String counts =
                        "成 " + job.tally().done() + " 件，未成 " + job.tally().failed() + " 件；" + message;
                trail.record(AuditEvent.bySystem(
                        to == Job.State.HALTED ? "act.job-halted" : "act.job-ended", "job-" + job.no(), counts));
            }
        });
    }
}
