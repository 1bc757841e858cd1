package cn.zrzy.hub.act.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace(5, 20);

    @Test
    void beginsWithOneAndWaitsForItsOutcome() {
        assertThat(pace.next(tally(312, 0, 0, 0))).isEqualTo(1);
        assertThat(pace.next(tally(312, 1, 0, 0))).isZero();
    }

    @Test
    void goesOnWithTenAndThenTheRestAtItsRate() {
        assertThat(pace.next(tally(312, 1, 1, 0))).isEqualTo(10);
        assertThat(pace.next(tally(312, 4, 1, 0))).isEqualTo(7);
        assertThat(pace.next(tally(312, 11, 10, 0))).isZero();
        assertThat(pace.next(tally(312, 11, 11, 0))).isEqualTo(5);
        assertThat(pace.step(tally(312, 11, 11, 0))).isEqualTo(3);
    }

    @Test
    void neverBeginsMoreThanThereAre() {
        assertThat(pace.next(tally(3, 1, 1, 0))).isEqualTo(2);
        assertThat(pace.next(tally(12, 11, 11, 0))).isEqualTo(1);
        assertThat(pace.next(tally(12, 12, 12, 0))).isZero();
    }

    @Test
    void leavesNoMoreThanTwoHundredWithoutAnswer() {
        assertThat(new Pace(50, 20).next(tally(100_000, 1_198, 1_000, 0))).isEqualTo(2);
        assertThat(new Pace(50, 20).next(tally(100_000, 1_200, 1_000, 0))).isZero();
    }

    @Test
    void haltsWhenTheFirstIsRefusedAgain() {
        assertThat(pace.halt(tally(312, 1, 0, 1)))
                .hasValueSatisfying(why -> assertThat(why).contains("已办 1 件，其中 1 件未成", "还有 311 件没有动"));
    }

    @Test
    void haltsAboveTheShareAndNotAtIt() {
        assertThat(pace.halt(tally(312, 10, 8, 2))).isEmpty();
        assertThat(pace.halt(tally(312, 11, 8, 3))).isPresent();
    }

    @Test
    void hasNothingToHaltWhenAllAreBegun() {
        assertThat(pace.halt(tally(1, 1, 0, 1))).isEmpty();
    }

    @Test
    void beginsAnewWithOneWhenAPersonLetsItGoOn() {
        Tally again = new Tally(312, 1, 0, 1, 1, 1);
        assertThat(pace.halt(again)).isEmpty();
        assertThat(pace.next(again)).isEqualTo(1);
        assertThat(pace.next(new Tally(312, 2, 1, 1, 1, 1))).isEqualTo(10);
    }

    private static Tally tally(long total, long pressed, long done, long failed) {
        return new Tally(total, pressed, done, failed, 0, 0);
    }
}
