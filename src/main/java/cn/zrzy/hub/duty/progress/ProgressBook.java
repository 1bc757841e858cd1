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
import org.springframework.stereotype.Component;

/** Keeps what workers say, at most once a second a run, so that a page sees it and the work does not feel it. */
@Component("runProgress")
class ProgressBook implements RunProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressBook.class);
    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final ProgressRows rows;
    private final LongSupplier nanoTime;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @org.springframework.beans.factory.annotation.Autowired
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
        Count before = counts.get(shift.runId());
        boolean first = before == null || before.fence() != shift.fence();
        if (first) {
            kept(() -> rows.begin(shift, Stage.STAGE));
        }
        Count now = new Count(
                shift.fence(),
                (first ? 0 : before.rows()) + more,
                first ? null : before.total(),
                first ? Long.MIN_VALUE : before.told());
        tell(shift, now);
    }

    @Override
    public void expects(Shift shift, long total) {
        Count before = counts.get(shift.runId());
        if (before == null || before.fence() != shift.fence()) {
            kept(() -> rows.begin(shift, Stage.STAGE));
            tell(shift, new Count(shift.fence(), 0, total, Long.MIN_VALUE));
        } else {
            // A source says it once, often within a second of the first rows: what is not written then is never
            // written.
            boolean known = before.total() != null && before.total() == total;
            tell(shift, new Count(before.fence(), before.rows(), total, known ? before.told() : Long.MIN_VALUE));
        }
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
