package cn.zrzy.hub.act.night;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.NightChoices;
import cn.zrzy.hub.registry.RegistryBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * 跳过: a job is not done this night, and those behind it need not wait. Of a feed that means that the list which was last made
 * live stays in use (沿用最近一版), and the preview says which one that is.
 */
@Component
class SkipJob implements Act {

    private static final Set<DutyRun.State> MAY =
            Set.of(DutyRun.State.DUE, DutyRun.State.WAITING, DutyRun.State.FAILED, DutyRun.State.MISSED);

    /** A route's name says what it brings and from where, and so is the feed named. */
    private static final Pattern FEED = Pattern.compile("sync-(.+)-from-(.+)");

    private final NightChoices choices;
    private final RegistryBook registry;
    private final RunStanding runs;

    SkipJob(NightChoices choices, RegistryBook registry, RunStanding runs) {
        this.choices = choices;
        this.registry = registry;
        this.runs = runs;
    }

    @Override
    public String name() {
        return "skip-job";
    }

    @Override
    public Target target() {
        return Target.RUN;
    }

    @Override
    public Preview preview(String runId) {
        DutyRun run = runs.run(runId);
        return Preview.of(RunStanding.name(run), runs.said(run), List.of(run.label(), instead(run.job())))
                .unless(MAY.contains(run.state()), "E-DUTY-STATE", "正在进行、已拦截或已有结果，不能跳过。");
    }

    private Object instead(String job) {
        Matcher feed = FEED.matcher(job);
        if (!feed.matches()) {
            return ActWords.word("act.skip-job.job");
        }
        Optional<RegistryBook.Freshness> list = registry.freshness(feed.group(2) + "." + feed.group(1));
        return list.<Object>map(
                        fresh -> ActWords.word("act.skip-job.list", String.valueOf(fresh.businessDate()), fresh.live()))
                .orElseGet(() -> ActWords.word("act.skip-job.none"));
    }

    @Override
    public void press(String runId, Press press) {
        choices.skip(runId, press.who(), press.reason());
    }
}
