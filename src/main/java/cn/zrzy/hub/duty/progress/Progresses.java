package cn.zrzy.hub.duty.progress;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How far runs are (进度), for the pages. */
@Service
public class Progresses {

    private final ProgressRows rows;

    Progresses(ProgressRows rows) {
        this.rows = rows;
    }

    /** Empty for a run that says nothing of its stages, unless it seems to be stuck. */
    public Optional<Stages> of(String runId) {
        List<ProgressRows.Kept> kept = rows.of(runId);
        return rows.sign(runId)
                .map(sign -> Stages.of(sign, kept, rows.usual(sign.job())))
                .filter(stages -> stages.stalled() || !stages.bars().isEmpty());
    }

    /** 疑似卡住 of those that run. */
    public List<String> stalled() {
        return rows.running().stream()
                .filter(run -> of(run).filter(Stages::stalled).isPresent())
                .toList();
    }
}
