package cn.zrzy.hub.act.night;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.NightChoices;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 补跑: a run that failed, was missed, waits or was skipped is done now. */
@Component
class CatchUp implements Act {

    private static final Set<DutyRun.State> MAY =
            Set.of(DutyRun.State.FAILED, DutyRun.State.MISSED, DutyRun.State.WAITING, DutyRun.State.SKIPPED);

    private final DutyLedger duty;
    private final NightChoices choices;
    private final RunStanding runs;

    CatchUp(DutyLedger duty, NightChoices choices, RunStanding runs) {
        this.duty = duty;
        this.choices = choices;
        this.runs = runs;
    }

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public Target target() {
        return Target.RUN;
    }

    @Override
    public Preview preview(String runId) {
        DutyRun run = runs.run(runId);
        List<String> behind = choices.behind(run);
        Object then = behind.isEmpty()
                ? ActWords.word("act.catch-up.alone")
                : ActWords.word("act.catch-up.behind", String.join("、", behind));
        return Preview.of(RunStanding.name(run), runs.said(run), List.of(run.label(), then))
                // Its change waits for two people; staging it anew would take it away from under them.
                .unless(run.state() != DutyRun.State.HELD, "E-DUTY-HELD", "这次同步的变更已拦截，请先在“差异”页同意或拒绝，不能补跑。")
                .unless(MAY.contains(run.state()), "E-DUTY-STATE", "正在排队、正在进行或已经成功，不能补跑。");
    }

    @Override
    public void press(String runId, Press press) {
        duty.catchUp(runId, press.who(), press.reason());
    }
}
