package cn.zrzy.hub.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When quarantined rows make a night half a success: only when the feed leaves its own range. */
class UsualShareTests {

    private final UsualShare usual = new UsualShare(1, 2);

    @Test
    void nineDirtyRowsOfThreeThousandAreASuccess() {
        assertThat(usual.objection(night(3_000, 9), List.of())).isEmpty();
        assertThat(usual.objection(night(3_000, 9), nights(0, 0, 0)))
                .as("even after clean nights")
                .isEmpty();
    }

    @Test
    void beforeThereIsAHistoryTheSettingAloneDecides() {
        assertThat(usual.objection(night(400, 4), List.of())).isEmpty();
        assertThat(usual.objection(night(400, 9), List.of())).isEqualTo("隔离 2.25%，多于 1.00%");
    }

    @Test
    void aFeedThatIsAlwaysDirtyIsUsualUntilItDoubles() {
        List<RowBalance> before = nights(20, 22, 24, 90);
        assertThat(usual.objection(night(1_000, 46), before))
                .as("twice the median of 2.3 %")
                .isEmpty();
        assertThat(usual.objection(night(1_000, 47), before)).isEqualTo("隔离 4.70%，超出该来源的常态（近 4 次的中位数 2.30%）");
    }

    @Test
    void oneBadNightDoesNotMoveTheMedian() {
        assertThat(usual.objection(night(1_000, 30), nights(3, 3, 800))).isNotEmpty();
    }

    private static List<RowBalance> nights(long... quarantined) {
        return LongStream.of(quarantined).mapToObj(rows -> night(1_000, rows)).toList();
    }

    private static RowBalance night(long received, long quarantined) {
        return new RowBalance(received, quarantined, 0, received - quarantined, 0, 0);
    }
}
