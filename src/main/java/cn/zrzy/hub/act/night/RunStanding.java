package cn.zrzy.hub.act.night;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** How a run of a night stands (运行情况), as the acts on it see it. */
@Component
class RunStanding {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final DutyLedger duty;
    private final ActWords words;

    RunStanding(DutyLedger duty, ActWords words) {
        this.duty = duty;
        this.words = words;
    }

    DutyRun run(String runId) {
        return duty.run(runId)
                .orElseThrow(() -> new Rejected("E-DUTY-RUN-UNKNOWN", "台账里没有运行 " + runId, Place.field("runId")));
    }

    /** With the moment of its end, so that a second failure is not taken for the first. */
    String said(DutyRun run) {
        String state = words.chinese("run." + run.state());
        return run.endedAt() == null
                ? state
                : state + "（" + run.endedAt().atZoneSameInstant(Beijing.ZONE).format(MOMENT) + "）";
    }

    static String name(DutyRun run) {
        return run.businessDate() + " 夜 · " + run.label();
    }
}
