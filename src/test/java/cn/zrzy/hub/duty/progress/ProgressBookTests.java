package cn.zrzy.hub.duty.progress;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Rows are written once a second, the total when it is known. */
class ProgressBookTests {

    private static final Shift SHIFT = new Shift("20261123-sync", 1);

    private final ProgressRows rows = mock(ProgressRows.class);
    private final AtomicLong nanos = new AtomicLong();
    private final ProgressBook book = new ProgressBook(rows, nanos::get);

    @Test
    void aTotalThatIsToldWithTheFirstRowsIsWrittenAtOnce() {
        book.more(SHIFT, 1_000);
        nanos.addAndGet(3_000_000);
        book.expects(SHIFT, 3_000);
        verify(rows).move(SHIFT, Stage.STAGE, 1_000, 3_000L);
        nanos.addAndGet(3_000_000);
        book.expects(SHIFT, 3_001);
        verify(rows).move(SHIFT, Stage.STAGE, 1_000, 3_001L);
    }

    @Test
    void theSameTotalWithEachPageIsNotWrittenAgain() {
        for (int page = 0; page < 10; page++) {
            book.more(SHIFT, 10);
            book.expects(SHIFT, 3_000);
            nanos.addAndGet(3_000_000);
        }
        verify(rows).move(SHIFT, Stage.STAGE, 10, 3_000L);
        verify(rows, times(2)).move(any(), any(), anyLong(), any());
        nanos.addAndGet(1_000_000_000);
        book.more(SHIFT, 10);
        verify(rows).move(SHIFT, Stage.STAGE, 110, 3_000L);
        verify(rows, never()).move(SHIFT, Stage.STAGE, 100, 3_000L);
    }
}
