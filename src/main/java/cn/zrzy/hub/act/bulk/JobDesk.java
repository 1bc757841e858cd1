package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActForm;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Sheet;
import cn.zrzy.hub.act.message.MessageAct;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** 批量处置台: an act on a message, done to many; looked at first, begun once, seen by everybody. */
@Service
public class JobDesk {

    private final Map<String, MessageAct> acts;
    private final JobChoice choice;
    private final Jobs jobs;
    private final JobItems items;
    private final ActWords words;
    private final JobStarts starts;

    JobDesk(List<MessageAct> acts, JobChoice choice, Jobs jobs, JobItems items, ActWords words, JobStarts starts) {
        this.acts = acts.stream().collect(Collectors.toMap(Act::name, Function.identity()));
        this.choice = choice;
        this.jobs = jobs;
        this.items = items;
        this.words = words;
        this.starts = starts;
    }

    public JobSheet sheet(JobOrder order, Locale locale) {
        MessageAct act = mine(order.act());
        JobChoice.Chosen chosen = choice.of(act, order);
        Optional<Rejected> bar = choice.bar(act, order, chosen);
        return new JobSheet(
                act.name(),
                words.title(act, locale),
                act.wants().name(),
                order,
                chosen.total(),
                chosen.arrived(),
                chosen.others(),
                chosen.first().stream()
                        .map(MessageAct::line)
                        .map(line ->
                                new Sheet.Item(line.id(), Masking.text(line.what()), words.said(line.has(), locale)))
                        .toList(),
                bar.map(no -> new Sheet.Bar(no.code(), no.getMessage())).orElse(new Sheet.Bar("", "")));
    }

    /** @throws Rejected E-JOB-… with what another person has begun, when that is why */
    public Job start(JobOrder order) {
        MessageAct act = mine(order.act());
        ActForm.reason(order.reason());
        if (act.wants() == Act.Wants.NUMBER) {
            ActForm.number(order.number());
        }
        return starts.start(act, order, Acting.now().orElseThrow());
    }

    public Job job(long no) {
        return jobs.find(no).orElseThrow(() -> unknown(String.valueOf(no)));
    }

    public List<Job> newest(int limit) {
        return jobs.list(limit);
    }

    public List<JobItems.Item> items(long no, long after, int limit) {
        return items.items(no, after, limit);
    }

    static Rejected unknown(String no) {
        return new Rejected("E-JOB-UNKNOWN", "没有编号为 " + no + " 的批量作业", Place.field("job"));
    }

    private MessageAct mine(String name) {
        MessageAct act = acts.get(name);
        if (act == null) {
            throw new Rejected("E-ACT-UNKNOWN", "没有名为 " + name + " 的批量处置", Place.field("act"));
        }
        String role = Acting.now().map(Acting::role).orElse("");
        Rejected.unless(act.roles().contains(role), "E-ACT-RIGHT", "您的角色不能办理这项处置，请值班长办理", "act");
        return act;
    }
}
