package cn.zrzy.hub.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.Undrawables;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** A batch that was never opened is neither filled nor applied. */
class UnknownBatchTests {

    private final RegistryBook book = new SyncBooks(
                    mock(Batches.class),
                    mock(StagingArea.class),
                    mock(LiveList.class),
                    mock(BatchPages.class),
                    mock(Undrawables.class),
                    mock(PlatformTransactionManager.class))
            .with(Clock.systemUTC(), fact -> {});

    @Test
    void whatNobodyOpenedIsUnknown() {
        Shift shift = new Shift("R9", 1);
        unknown(() -> book.stageSubjects(shift, List.of()));
        unknown(() -> book.compare(shift));
        unknown(() -> book.apply(shift));
    }

    private static void unknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-RUN-UNKNOWN"));
    }
}
