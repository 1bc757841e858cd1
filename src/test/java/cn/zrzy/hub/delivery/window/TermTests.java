package cn.zrzy.hub.delivery.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Which times a partner may be said to be away, and how the trail says them. */
class TermTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T10:00:00+08:00");
    private static final LocalTime SIX = LocalTime.of(6, 0);
    private static final LocalTime TEN = LocalTime.of(22, 0);

    @Test
    void isSaidAsPeopleSayIt() {
        assertThat(Term.weekly("1234567", LocalTime.MIDNIGHT, SIX).said()).isEqualTo("每天 00:00–06:00");
        assertThat(Term.weekly("76", TEN, SIX).said()).isEqualTo("周六、周日 22:00–06:00");
        assertThat(Term.once(NOW.plusDays(1), NOW.plusDays(1).plusHours(8)).said())
                .isEqualTo("2026-12-02 10:00 至 2026-12-02 18:00");
        assertThat(Term.once(OffsetDateTime.parse("2026-12-02T02:00:00Z"), OffsetDateTime.parse("2026-12-02T10:00:00Z"))
                        .said())
                .as("in Beijing, whoever wrote it")
                .isEqualTo("2026-12-02 10:00 至 2026-12-02 18:00");
    }

    @Test
    void nightsAndWeekendsAndOneNightMayBe() {
        fine(Term.weekly("1234567", LocalTime.MIDNIGHT, SIX));
        fine(Term.weekly("1234567", TEN, SIX));
        fine(Term.weekly("67", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        fine(Term.once(NOW.minusHours(1), NOW.plusHours(1)));
        fine(Term.once(NOW.plusDays(300), NOW.plusDays(307)));
    }

    @Test
    void whatIsOverOrWithoutEndOrEveryDayAllDayMayNot() {
        refused(Term.weekly("1234567", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        refused(Term.weekly("1234567", SIX, TEN));
        refused(Term.weekly("18", LocalTime.MIDNIGHT, SIX));
        refused(Term.once(NOW.minusHours(2), NOW.minusHours(1)));
        refused(Term.once(NOW.plusHours(2), NOW.plusHours(1)));
        refused(Term.once(NOW, NOW.plusDays(8)));
        refused(Term.once(NOW.plusDays(400), NOW.plusDays(401)));
    }

    private static void fine(Term term) {
        assertThatCode(() -> term.check(NOW)).as(term.said()).doesNotThrowAnyException();
    }

    private static void refused(Term term) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> term.check(NOW))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("E-WINDOW-TERM"));
    }
}
