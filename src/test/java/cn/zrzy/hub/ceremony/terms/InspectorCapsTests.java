package cn.zrzy.hub.ceremony.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nested caps fold into one number per draw. */
class InspectorCapsTests {

    @ParameterizedTest(name = "draw {0} week {1} month {2} year {3}, {4} places so far, {5} to {6}: {7}")
    @CsvSource({
        "40, 0, 0, 0, 900, 2026-11-01, 2026-11-30, 40",
        "40, 3, 0, 0, 0, 2026-11-02, 2026-11-08, 3",
        "40, 3, 0, 0, 0, 2026-11-02, 2026-11-09, 6",
        "40, 0, 10, 0, 0, 2026-11-30, 2026-12-01, 20",
        "40, 9, 10, 0, 0, 2026-11-02, 2026-11-29, 10",
        "40, 0, 0, 50, 30, 2026-11-01, 2026-11-30, 20",
        "40, 0, 0, 50, 60, 2026-11-01, 2026-11-30, 0",
        "5000, 0, 0, 0, 0, 2026-11-01, 2026-11-30, 1000"
    })
    void theTightestCapCounts(
            int draw, int week, int month, int year, int places, LocalDate from, LocalDate to, int left) {
        assertThat(new InspectorCaps(draw, week, month, year).of(places, from, to))
                .isEqualTo(left);
    }
}
