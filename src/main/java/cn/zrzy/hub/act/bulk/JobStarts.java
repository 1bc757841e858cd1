package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Turns;
import cn.zrzy.hub.act.message.MessageAct;
import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Acting;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a bulk job and writes down who wants it (作业开始), one person at a time, so that nobody begins the same again. */
@Component
class JobStarts {

    private final JobChoice choice;
    private final Jobs jobs;
    private final JobItems items;
    private final ActWords words;
    private final Turns turns;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    JobStarts(
            JobChoice choice,
            Jobs jobs,
            JobItems items,
            ActWords words,
            Turns turns,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.choice = choice;
        this.jobs = jobs;
        this.items = items;
        this.words = words;
        this.turns = turns;
        this.trail = trail;
        this.transaction = transaction;
    }

    Job start(MessageAct act, JobOrder order, Acting who) {
        return transaction.execute(status -> {
            turns.take("jobs");
            JobChoice.Chosen chosen = choice.of(act, order);
            choice.bar(act, order, chosen).ifPresent(no -> {
                throw no;
            });
            long no = jobs.add(order, who.who());
            if (!order.ticked().isEmpty()) {
                items.gather(no, order.ticked(), "");
            }
            trail.record(new AuditEvent(
                    who.marked(),
                    who.role(),
                    who.address(),
                    "act.job-started",
                    "job-" + no,
                    order.reason(),
                    chosen.total() + " 件，其中对方可能已收到 " + chosen.arrived() + " 件",
                    words.title(act, Locale.SIMPLIFIED_CHINESE) + "：" + meant(order),
                    "成功"));
            return jobs.find(no).orElseThrow();
        });
    }

    private static String meant(JobOrder order) {
        return order.ticked().isEmpty()
                ? "单位 " + order.partner() + " 原因 " + order.cause()
                : "勾选 " + String.join(" ", order.ticked());
    }
}
