package cn.zrzy.hub.duty;

import cn.zrzy.hub.duty.progress.Progresses;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.util.List;
import org.springframework.stereotype.Component;

/** A run that seems to be stuck stands on the desk (疑似卡住): it may still go on, but somebody should look. */
@Component
class StalledConcerns implements Concerns {

    private final Progresses progresses;
    private final DutyLedger duty;

    StalledConcerns(Progresses progresses, DutyLedger duty) {
        this.progresses = progresses;
        this.duty = duty;
    }

    @Override
    public List<Concern> open() {
        return progresses.stalled().stream()
                .flatMap(run -> duty.run(run).stream())
                .map(run -> new Concern(
                        "run-stalled", List.of(run.label()), run.startedAt(), null, "/sync/" + run.runId(), true))
                .toList();
    }
}
