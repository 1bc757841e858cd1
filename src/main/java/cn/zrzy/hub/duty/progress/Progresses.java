package cn.zrzy.hub.duty.progress;

import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
                .map(sign -> Stages.of(sign, kept, usual(sign, kept)))
                .filter(stages -> stages.stalled() || !stages.bars().isEmpty());
    }

    /** Only what is under way is compared with what is usual. */
    private Map<Stage, Duration> usual(ProgressRows.Sign sign, List<ProgressRows.Kept> kept) {
        return sign.running() && !kept.isEmpty() ? rows.usual(sign.job()) : Map.of();
    }

    /** 疑似卡住 of those that run. */
    public List<String> stalled() {
        return rows.running().stream()
                .filter(run -> of(run).filter(Stages::stalled).isPresent())
                .toList();
    }
}
