package cn.zrzy.hub.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.ShiftLost;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.SyncRun.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table, and what else has to be so: each state meets each event, without a database. */
class BatchTests {

    record Pair(State from, BatchEvent event) {
        Optional<State> to() {
            return BatchTransitions.of(from, event);
        }

        @Override
        public String toString() {
            return from + " " + to().map(state -> event + " → " + state).orElse(event + " is refused");
        }
    }

    private static Stream<Pair> all() {
        return Stream.of(State.values())
                .flatMap(from -> Stream.of(BatchEvent.values()).map(event -> new Pair(from, event)));
    }

    private static Stream<Pair> allowed() {
        return all().filter(pair -> pair.to().isPresent());
    }

    private static Stream<Pair> refused() {
        return all().filter(pair -> pair.to().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void whatStandsInTheTableHappens(Pair pair) {
        Batch batch = Stood.at(pair.from());
        assertThat(Stood.happens(pair.event(), batch)).isTrue();
        assertThat(batch.state()).isEqualTo(pair.to().orElseThrow());
        if (batch.state() != State.STAGING && batch.state() != State.COMPARED) {
            assertThat(batch.ending().finishedAt()).isEqualTo(Stood.NOW);
            assertThat(batch.counts().balance(batch.state()).holds())
                    .as("each row went to one place")
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatStandsInNoLineChangesNothing(Pair pair) {
        Batch batch = Stood.at(pair.from());
        if (pair.event() == BatchEvent.ABANDON) {
            assertThat(Stood.happens(pair.event(), batch)).isFalse();
        } else {
            refuses(
                    pair.event().by() == BatchEvent.By.PERSON ? "E-HELD-STATE" : "E-RUN-STATE",
                    () -> Stood.happens(pair.event(), batch));
        }
        assertThat(batch.ending()).isEqualTo(Stood.at(pair.from()).ending());
        assertThat(batch.counts()).isEqualTo(Stood.COUNTS);
    }

    @Test
    void aNightThatIsToldNoSaysWhereTheBatchStands() {
        assertThatThrownBy(() -> Stood.at(State.HELD).stage(Shelf.SUBJECT))
                .hasMessage("批次 20261128-sync 现在是“已拦截”，不能收行");
    }

    @Test
    void anEarlierShiftIsTurnedAway() {
        Batch batch = Stood.at(State.STAGING);
        assertThatThrownBy(() -> batch.take(new Shift("20261128-sync", 2))).isInstanceOf(ShiftLost.class);
        assertThat(batch.abandon(new Shift("20261128-sync", 2), "来迟了", Stood.NOW))
                .isFalse();
        batch.take(new Shift("20261128-sync", 4));
        assertThat(batch.fence()).isEqualTo(4);
    }

    @Test
    void stagingAnewForgetsWhatWasCounted() {
        Batch batch = Stood.at(State.COMPARED);
        batch.open();
        assertThat(batch.counts()).isEqualTo(Counts.NONE);
        assertThat(batch.staged()).isEqualTo(Staged.NOTHING);
        assertThat(batch.ending().message()).isEmpty();
    }

    @Test
    void theSourcesOwnCountsDecideWhetherItIsUsed() {
        assertThat(closed(0, 0, 0)).isEqualTo("E-FEED-EMPTY");
        assertThat(closed(9, 10, 0)).isEqualTo("E-FEED-COUNT");
        assertThat(closed(2, 2, 2)).isEqualTo("E-FEED-ALL-BAD");
        assertThat(closed(2, 2, 1)).isEmpty();
    }

    private static String closed(long received, long expected, long quarantined) {
        Batch batch = Stood.at(State.STAGING);
        String code =
                batch.close(received, expected, quarantined).map(Rejected::code).orElse("");
        if (!code.isEmpty()) {
            assertThat(batch.ending().message()).contains("名录保持不变");
            refuses("E-RUN-STATE", batch::requireComparable);
        }
        return code;
    }

    @Test
    void nothingStagedIsNothingToCompare() {
        Batch batch = Stood.at(State.STAGING);
        batch.open();
        refuses("E-FEED-ALL-BAD", batch::shelf);
    }

    @Test
    void aListWithGapsIsReadAgain() {
        Counts counts = Stood.COUNTS.joined(2);
        counts.requireWhole(7);
        assertThatThrownBy(() -> counts.requireWhole(6))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("收到 10 行，暂存 8 行，隔离 1 行");
    }

    @Test
    void aBatchWhoseRowsDoNotAddUpIsNotMadeLive() {
        Stood.COUNTS.requireBalance(List.of());
        refuses("E-RUN-BALANCE", () -> Stood.COUNTS.requireBalance(List.of(new Breach("I1", "r", "写入 4 条"))));
    }

    @Test
    void aRefusedBatchIsSupersededAndTheFiguresStay() {
        Batch batch = Stood.at(State.HELD);
        batch.refuse("王芳", "来源有误", Stood.NOW);
        assertThat(batch.counts().added()).isEqualTo(5);
        assertThat(batch.ending().message()).isEqualTo("由 王芳 拒绝：来源有误。收到 10 行 = 隔离 1 + 被取代 5 + 不变 4 + 新增 0 + 变更 0");
        assertThat(batch.held().orElseThrow().decision()).isEqualTo(Hold.Decision.REFUSED);
        assertThat(batch.outcome("").state()).isEqualTo(Outcome.State.SKIPPED);
    }

    @Test
    void whoIsMissingForTheFirstTimeStays() {
        Batch batch = Stood.at(State.COMPARED);
        batch.keepFirstAbsent(2);
        assertThat(batch.counts().retired()).isZero();
        assertThat(batch.counts().absent()).isEqualTo(2);
    }

    @Test
    void twoPeopleLetAHeldBatchThrough() {
        Batch nobodyAsked = Stood.at(State.HELD, Hold.of("停用太多", Stood.NOW));
        refuses("E-HELD-REQUEST", () -> nobodyAsked.approve("王芳", "属实", Stood.NOW));
        refuses("E-HELD-SAME", () -> Stood.at(State.HELD).approve("李敏", "属实", Stood.NOW));
        refuses("E-REASON", () -> Stood.at(State.HELD).approve("王芳", " ", Stood.NOW));
        refuses("E-REASON", () -> Stood.at(State.HELD).refuse("王芳", null, Stood.NOW));
        refuses("E-REASON", () -> Stood.at(State.HELD).request("王芳", "", Stood.NOW));

        Batch batch = Stood.at(State.HELD);
        batch.approve("王芳", "属实", Stood.NOW);
        batch.compared(new Comparison(1, 0, 0, 8, 100), "20261128-other");
        assertThat(batch.state()).as("compared with the list as it is by now").isEqualTo(State.HELD);
        batch.apply("收到 10 行", Stood.NOW);
        assertThat(batch.state()).isEqualTo(State.APPLIED);
        assertThat(batch.outcome("").state()).isEqualTo(Outcome.State.DONE);
        assertThat(batch.outcome("隔离 10.00%")).isEqualTo(Outcome.partial("收到 10 行；隔离 10.00%"));
    }

    private static void refuses(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
