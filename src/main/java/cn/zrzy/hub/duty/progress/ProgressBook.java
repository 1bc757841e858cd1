package cn.zrzy.hub.duty.progress;

import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Keeps what workers say, at most once a second a run, so that a page sees it and the work does not feel it. */
@Component("runProgress")
class ProgressBook implements RunProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressBook.class);
    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final ProgressRows rows;
    private final LongSupplier nanoTime;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Autowired
    ProgressBook(ProgressRows rows) {
        this(rows, System::nanoTime);
    }

    ProgressBook(ProgressRows rows, LongSupplier nanoTime) {
        this.rows = rows;
        this.nanoTime = nanoTime;
    }

    /** @param told when it was written last */
    private record Count(long fence, long rows, @Nullable Long total, long told) {}

    @Override
    public void begins(Shift shift, Stage stage) {
        Count last = counts.remove(shift.runId());
        kept(() -> {
            if (last != null && last.fence() == shift.fence()) {
                rows.move(shift, Stage.STAGE, last.rows(), last.total());
            }
            rows.begin(shift, stage);
        });
    }

    @Override
    public void more(Shift shift, long more) {
        Count count = count(shift);
        tell(shift, new Count(count.fence(), count.rows() + more, count.total(), count.told()));
    }

    /** A source says it once, often within a second of the first rows: what is not written then is never written. */
    @Override
    public void expects(Shift shift, long total) {
        Count count = count(shift);
        boolean known = count.total() != null && count.total() == total;
        tell(shift, new Count(count.fence(), count.rows(), total, known ? count.told() : Long.MIN_VALUE));
    }

    /** How far this shift is; what it says first begins the stage. */
    private Count count(Shift shift) {
        Count count = counts.get(shift.runId());
        if (count != null && count.fence() == shift.fence()) {
            return count;
        }
        kept(() -> rows.begin(shift, Stage.STAGE));
        return new Count(shift.fence(), 0, null, Long.MIN_VALUE);
    }

    private void tell(Shift shift, Count count) {
        long now = nanoTime.getAsLong();
        boolean due = count.told() == Long.MIN_VALUE || now - count.told() >= EVERY;
        counts.put(shift.runId(), due ? new Count(count.fence(), count.rows(), count.total(), now) : count);
        if (due) {
            kept(() -> rows.move(shift, Stage.STAGE, count.rows(), count.total()));
        }
    }

    /** Who only watches must not stop the work. */
    private static void kept(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.warn("进度没有记下：{}", e.getMessage());
        }
    }
}
