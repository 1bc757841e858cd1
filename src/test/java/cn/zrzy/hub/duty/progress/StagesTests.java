package cn.zrzy.hub.duty.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.progress.ProgressRows.Kept;
import cn.zrzy.hub.duty.progress.ProgressRows.Sign;
import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page says of a run under way, out of what its worker said and how long it usually takes. */
class StagesTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T22:31:00+08:00");
    private static final Map<Stage, Duration> USUAL =
            Map.of(Stage.FETCH, Duration.ofSeconds(40), Stage.STAGE, Duration.ofSeconds(60));

    @Test
    void rowsRateShareAndWhatIsLeft() {
        Stages stages = Stages.of(
                running(2),
                List.of(kept(Stage.FETCH, 0, null, 40, 40, 30L), kept(Stage.STAGE, 1500, 3000L, 30, 1, null)),
                USUAL);
        assertThat(stages.bars())
                .extracting(Stages.Bar::state)
                .containsExactly(Stages.State.PAST, Stages.State.UNDER_WAY, Stages.State.AHEAD, Stages.State.AHEAD);
        Stages.Bar bar = stages.bars().get(1);
        assertThat(bar.rows()).isEqualTo(1500);
        assertThat(bar.percent()).isEqualTo(50);
        assertThat(bar.perSecond()).isEqualTo(50);
        assertThat(bar.left()).isEqualTo(Duration.ofSeconds(30));
        assertThat(stages.bars().get(0).took()).isEqualTo(Duration.ofSeconds(10));
        assertThat(stages.stalled()).isFalse();
    }

    @Test
    void whatIsLeftIsHiddenWhenUnknownPassedOrStalled() {
        List<Kept> young = List.of(kept(Stage.STAGE, 10, null, 30, 1, null));
        assertThat(Stages.of(running(2), young, Map.of()).bars().get(1).left()).isNull();
        assertThat(Stages.of(running(2), young, USUAL).bars().get(1).left()).isNotNull();
        assertThat(Stages.of(running(2), List.of(kept(Stage.STAGE, 10, null, 70, 1, null)), USUAL)
                        .bars()
                        .get(1)
                        .left())
                .as("longer than usual")
                .isNull();
        Stages stalled = Stages.of(running(2), List.of(kept(Stage.STAGE, 10, null, 40, 26, null)), USUAL);
        assertThat(stalled.stalled()).isTrue();
        assertThat(stalled.bars().get(1).left()).isNull();
    }

    /** "Stuck: nothing for three seconds" would be told when a worker lives whose source sends nothing. */
    @Test
    void aStallSaysWhatIsMissingAndSinceWhen() {
        assertThat(Stages.of(running(3), List.of(kept(Stage.STAGE, 10, null, 90, 40, null)), USUAL)
                        .stall())
                .isEqualTo(new Stages.Stall(Stages.Missing.ROWS, NOW.minusSeconds(40)));
        assertThat(Stages.of(running(3), List.of(kept(Stage.FETCH, 0, null, 90, 5, null)), USUAL)
                        .stall())
                .isEqualTo(new Stages.Stall(Stages.Missing.ROWS, NOW.minusSeconds(90)));
        assertThat(Stages.of(running(21), List.of(kept(Stage.STAGE, 10, null, 90, 40, null)), USUAL)
                        .stall())
                .isEqualTo(new Stages.Stall(Stages.Missing.BEAT, NOW.minusSeconds(21)));
    }

    @Test
    void noHeartbeatIsAStallWithinHalfAMinuteInEveryStage() {
        for (Stage stage : Stage.values()) {
            List<Kept> kept = List.of(kept(stage, 10, null, 21, 1, null));
            assertThat(Stages.of(running(21), kept, Map.of()).stalled()).isTrue();
            assertThat(Stages.of(running(6), kept, Map.of()).stalled()).isFalse();
        }
        Stages without = Stages.of(running(21), List.of(), Map.of());
        assertThat(without.stalled()).as("a job that knows no stages too").isTrue();
        assertThat(without.bars()).isEmpty();
    }

    @Test
    void aFileThatUsuallyTakesLongAndAComparisonAreNoStall() {
        assertThat(Stages.of(running(2), List.of(kept(Stage.FETCH, 0, null, 60, 60, null)), USUAL)
                        .stalled())
                .isFalse();
        assertThat(Stages.of(running(2), List.of(kept(Stage.FETCH, 0, null, 90, 90, null)), USUAL)
                        .stalled())
                .isTrue();
        assertThat(Stages.of(running(2), List.of(kept(Stage.FETCH, 0, null, 26, 26, null)), Map.of())
                        .stalled())
                .isTrue();
        assertThat(Stages.of(running(2), List.of(kept(Stage.COMPARE, 0, null, 300, 300, null)), USUAL)
                        .stalled())
                .isFalse();
    }

    @Test
    void whatHasEndedIsNeitherUnderWayNorStalled() {
        Stages over = Stages.of(ended(true), List.of(kept(Stage.STAGE, 10, null, 3600, 3600, null)), USUAL);
        assertThat(over.stalled()).isFalse();
        assertThat(over.bars().get(1).state()).isEqualTo(Stages.State.PAST);
        assertThat(over.bars().get(1).left()).isNull();
    }

    @Test
    void whatEndedBadlyStoppedInItsLastStage() {
        Stages failed = Stages.of(
                ended(false),
                List.of(kept(Stage.FETCH, 0, null, 3640, 3640, 3600L), kept(Stage.STAGE, 10, null, 3600, 3590, null)),
                USUAL);
        assertThat(failed.bars())
                .extracting(Stages.Bar::state)
                .containsExactly(Stages.State.PAST, Stages.State.STOPPED, Stages.State.AHEAD, Stages.State.AHEAD);
        assertThat(failed.bars().get(1).took()).as("until the run ended").isEqualTo(Duration.ofSeconds(600));
        assertThat(failed.stalled()).isFalse();
        Stages held = Stages.of(ended(false), List.of(kept(Stage.APPLY, 0, null, 3600, 3600, null)), USUAL);
        assertThat(held.bars().get(3).state()).as("held by the guard").isEqualTo(Stages.State.STOPPED);
        Stages postponed = Stages.of(
                new Sign("job", false, false, NOW, null, NOW),
                List.of(kept(Stage.FETCH, 0, null, 60, 50, null)),
                USUAL);
        assertThat(postponed.bars().get(0).state()).isEqualTo(Stages.State.STOPPED);
    }

    private static Sign ended(boolean through) {
        return new Sign("job", false, through, NOW.minusHours(1), NOW.minusSeconds(3000), NOW);
    }

    private static Sign running(long beatAgo) {
        return new Sign("job", true, false, NOW.minusSeconds(beatAgo), null, NOW);
    }

    private static Kept kept(Stage stage, long rows, Long total, long beganAgo, long movedAgo, Long endedAgo) {
        return new Kept(
                stage,
                rows,
                total,
                NOW.minusSeconds(beganAgo),
                NOW.minusSeconds(movedAgo),
                endedAgo == null ? null : NOW.minusSeconds(endedAgo));
    }
}
