package cn.zrzy.hub.duty.progress;

import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of progress (进度记录). */
public interface ProgressRows {

    /** @param endedAt null for the last one of them, which no other has followed */
    record Kept(
            Stage stage,
            long rows,
            @Nullable Long total,
            OffsetDateTime beganAt,
            OffsetDateTime movedAt,
            @Nullable OffsetDateTime endedAt) {}

    /**
     * How the run stands.
     *
     * @param through it ended well, {@code endedAt} null while it has not ended at all
     * @param beatAt newest sign of life; null for a run that never ran
     */
    record Sign(
            String job,
            boolean running,
            boolean through,
            @Nullable OffsetDateTime beatAt,
            @Nullable OffsetDateTime endedAt,
            OffsetDateTime now) {}

    /** Ends what was under way. A later shift begins anew; an earlier one says nothing. */
    void begin(Shift shift, Stage stage);

    void move(Shift shift, Stage stage, long rows, @Nullable Long total);

    List<Kept> of(String runId);

    Optional<Sign> sign(String runId);

    /** Of each stage the median of the job's last ten runs that went through. */
    Map<Stage, Duration> usual(String job);

    List<String> running();
}
