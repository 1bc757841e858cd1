package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.kernel.ShiftLost;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a worker takes its own shift for ended. */
class HeartTests {

    private final DutyLedger ledger = mock(DutyLedger.class);
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final Heart heart = new Heart(
            ledger,
            new DutyLedger.Claim("20261123-sync", "sync", LocalDate.of(2026, 11, 23), "0", 1, 7),
            Duration.ofSeconds(20),
            nanos::get,
            nanos.get());

    @Test
    void aShiftLastsAsLongAsItsBeatsGetThrough() {
        when(ledger.beat(any())).thenReturn(true);
        for (int beat = 0; beat < 10; beat++) {
            pass(19);
            heart.beat();
            stands();
        }
    }

    @Test
    void aShiftThatHasPassedOnEndsAtOnceAndBeatsNoMore() {
        when(ledger.beat(any())).thenReturn(false);
        heart.beat();
        ended();
        when(ledger.beat(any())).thenReturn(true);
        heart.beat();
        ended();
        verify(ledger, times(1)).beat(any());
    }

    /** A process that was stopped for longer than its lease: nobody needs to tell it. */
    @Test
    void aShiftWithoutASignOfLifeForItsLeaseEnds() {
        pass(19);
        stands();
        pass(1);
        ended();
    }

    @Test
    void aBeatThatFailsIsNoneButNotTheLast() {
        when(ledger.beat(any())).thenThrow(new IllegalStateException("数据库不可用"));
        pass(15);
        heart.beat();
        stands();
        pass(5);
        ended();
    }

    /** The lease is the ledger's: as long as nobody else took the run, a late beat renews it. */
    @Test
    void aLateBeatThatTheLedgerAcceptsGoesOn() {
        pass(30);
        when(ledger.beat(any())).thenReturn(true);
        heart.beat();
        stands();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void stands() {
        assertThatCode(heart.shift()::require).doesNotThrowAnyException();
    }

    private void ended() {
        assertThatThrownBy(heart.shift()::require)
                .isInstanceOf(ShiftLost.class)
                .hasMessageContaining("20261123-sync")
                .hasMessageContaining("第 7 班");
    }
}
