package cn.zrzy.hub.act.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemOutcomeTests {

    @Test
    void isDoneOnlyWhenThePartnerTookIt() {
        assertThat(of(DispatchState.CONFIRMED, 4, false))
                .hasValueSatisfying(o -> assertThat(o.done()).isTrue());
        assertThat(of(DispatchState.SENT, 4, false))
                .hasValueSatisfying(o -> assertThat(o.done()).isTrue());
    }

    @Test
    void hasFailedWhenThePartnerRefusedAgain() {
        assertThat(of(DispatchState.PARKED, 4, false)).hasValueSatisfying(o -> {
            assertThat(o.done()).isFalse();
            assertThat(o.code()).isEqualTo("E-1042");
            assertThat(o.sentence()).contains("又被退回", "行政区划代码不存在");
        });
    }

    @Test
    void hasFailedWhenThePartnerDidNotAnswer() {
        assertThat(of(DispatchState.OWED, 4, true))
                .hasValueSatisfying(o -> assertThat(o.done()).isFalse());
        assertThat(of(DispatchState.DOUBTED, 4, true))
                .hasValueSatisfying(o -> assertThat(o.done()).isFalse());
    }

    @Test
    void isNotKnownWhileItIsOnItsWayOrWaitsItsTurn() {
        assertThat(of(DispatchState.OWED, 3, false)).isEmpty();
        assertThat(of(DispatchState.SENDING, 4, false)).isEmpty();
        assertThat(of(DispatchState.DOUBTED, 3, false)).isEmpty();
    }

    @Test
    void isSaidToHaveFailedAfterTenMinutesOfSilence() {
        assertThat(ItemOutcome.of(look(DispatchState.OWED, 3, false), 3, Duration.ofMinutes(11)))
                .hasValueSatisfying(o -> assertThat(o.code()).isEqualTo("E-JOB-SILENT"));
    }

    private static Optional<ItemOutcome> of(DispatchState state, int tries, boolean failing) {
        return ItemOutcome.of(look(state, tries, failing), 3, Duration.ofSeconds(5));
    }

    private static Backlogs.Look look(DispatchState state, int tries, boolean failing) {
        return new Backlogs.Look(
                "D000000017", "province", "检查结果已录入", state, true, tries, failing, false, "E-1042", "行政区划代码不存在");
    }
}
