package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.message.MessageAct;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which messages a bulk order means (选取), and why it may not be started. */
@Component
class JobChoice {

    private static final int MOST_TICKED = 200;
    private static final int SHOWN = 10;

    private final Backlogs backlogs;
    private final Jobs jobs;
    private final JobItems items;

    JobChoice(Backlogs backlogs, Jobs jobs, JobItems items) {
        this.backlogs = backlogs;
        this.jobs = jobs;
        this.items = items;
    }

    /** @param others in the same state and not chosen */
    record Chosen(long total, long arrived, long others, List<Backlogs.Look> first) {}

    static Backlogs.Wanted wanted(MessageAct act, String partner, String cause) {
        return new Backlogs.Wanted(act.chosen(), partner, cause);
    }

    Chosen of(MessageAct act, JobOrder order) {
        if (!order.ticked().isEmpty()) {
            List<Backlogs.Look> looks = backlogs.look(order.ticked());
            long arrived = looks.stream().filter(Backlogs.Look::arrived).count();
            return new Chosen(
                    looks.size(), arrived, 0, looks.stream().limit(SHOWN).toList());
        }
        Backlogs.Wanted wanted = wanted(act, order.partner(), order.cause());
        Backlogs.Count count = backlogs.count(wanted);
        long all = backlogs.count(wanted(act, "", "")).total();
        return new Chosen(count.total(), count.arrived(), all - count.total(), backlogs.after(wanted, "", SHOWN));
    }

    Optional<Rejected> bar(MessageAct act, JobOrder order, Chosen chosen) {
        if (order.ticked().size() > MOST_TICKED) {
            return bar("E-JOB-TICKED", "一次最多勾选 " + MOST_TICKED + " 件；更多的请按单位和原因整批办理。");
        }
        if (order.ticked().isEmpty()
                && wanted(act, order.partner(), order.cause()).everything()) {
            return bar("E-JOB-ALL", "没有选单位，也没有选原因，会动到全部 " + chosen.total() + " 件；请先按单位或原因筛选。");
        }
        if (chosen.total() == 0) {
            return bar("E-JOB-EMPTY", "没有符合条件的消息，可能已由别人办完；请回消息中心看现在的样子。");
        }
        boolean pace =
                order.perSecond() >= 1 && order.perSecond() <= 50 && order.stopShare() >= 1 && order.stopShare() <= 100;
        if (!pace) {
            return bar("E-JOB-PACE", "速率须在每秒 1 至 50 件，自动停下的失败率须在 1% 至 100%。");
        }
        Optional<Long> open = order.ticked().isEmpty()
                ? jobs.openJobLike(order.act(), order.partner(), order.cause())
                : items.openJobOf(order.ticked());
        return open.flatMap(jobs::find)
                .flatMap(job -> bar(
                        "E-JOB-RUNNING",
                        job.who() + " 已开始办这些（作业 " + job.no() + "，理由：" + job.reason() + "），请看那个作业，不要再开一个。"));
    }

    private static Optional<Rejected> bar(String code, String sentence) {
        return Optional.of(new Rejected(code, sentence));
    }
}
