package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.ShiftLost;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who no longer has the run is told so before his next step. */
class ShiftWatchTests {

    @Test
    void whoseLeaseRanOutGoesNoFurther() {
        AtomicBoolean lasts = new AtomicBoolean(true);
        Shift shift = new Shift("late", 1, lasts::get);
        ShiftWatch watch = new ShiftWatch();
        assertThatCode(() -> watch.require(shift)).doesNotThrowAnyException();
        lasts.set(false);
        assertThatThrownBy(() -> watch.require(shift)).isInstanceOf(ShiftLost.class);
    }
}
