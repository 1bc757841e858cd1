package cn.zrzy.hub.act.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.delivery.window.Term;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a calendar takes of one window more: none twice, and not so many that the partner is never sent to. */
class EnterWindowTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T10:00:00+08:00");

    private final Windows windows = mock(Windows.class);
    private final EnterWindow act =
            new EnterWindow(windows, mock(PartnerStanding.class), Clock.fixed(NOW.toInstant(), NOW.getOffset()));

    @Test
    void twoHalvesOfTheDayAreNotBothMaintenance() {
        standing(weekly("1234567", 0, 12));
        refused(weekly("1234567", 12, 0));
        refused(weekly("1", 12, 13));
        taken(weekly("1234567", 1, 12));
        taken(weekly("67", 6, 11));
    }

    @Test
    void whatGoesOverSundaysMidnightIsCountedOnMonday() {
        standing(weekly("1234567", 0, 11));
        taken(weekly("7", 23, 11));
        refused(weekly("7", 16, 0));
    }

    @Test
    void theSameIsEnteredOnce() {
        standing(weekly("67", 0, 6), once(24, 30));
        refused(weekly("76", 0, 6));
        refused(once(24, 30));
        taken(weekly("6", 0, 6));
    }

    @Test
    void whatIsStrungTogetherIsOneAndAtMostAWeekFromNow() {
        standing(once(24, 24 * 8));
        refused(once(24 * 8, 24 * 9));
        refused(once(23, 24));
        taken(once(24 * 8 + 1, 24 * 9));
        standing(once(-24 * 6, 24));
        taken(once(24, 24 * 7));
        refused(once(24, 24 * 7 + 1));
    }

    private void standing(Term... terms) {
        when(windows.of("credit"))
                .thenReturn(Stream.of(terms)
                        .map(term -> new Window(1, "credit", term, NOW, "limin", "来函", null))
                        .toList());
    }

    private void taken(Term term) {
        assertThatCode(() -> enter(term)).as(term.said()).doesNotThrowAnyException();
        verify(windows).enter("credit", term, "lead", "来函");
    }

    private void refused(Term term) {
        assertThatExceptionOfType(Rejected.class)
                .as(term.said())
                .isThrownBy(() -> enter(term))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("E-WINDOW-TERM"));
        verify(windows, never()).enter(any(), eq(term), any(), any());
    }

    private void enter(Term term) {
        term.check(NOW);
        act.press("credit", new Press("lead", "来函", null, "", term));
    }

    private static Term weekly(String days, int begins, int ends) {
        return Term.weekly(days, LocalTime.of(begins, 0), LocalTime.of(ends, 0));
    }

    /** Hours from now. */
    private static Term once(int from, int to) {
        return Term.once(NOW.plusHours(from), NOW.plusHours(to));
    }
}
