package cn.zrzy.hub.console.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.duty.ClockState;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.kernel.Concern;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which clocks of the law a rest holds back: those alone whose own route waits for that partner, until a while after its end. */
class RestingClocksTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T01:00:00+08:00");
    private static final OffsetDateTime SIX = OffsetDateTime.parse("2026-11-24T06:00:00+08:00");
    private static final String ROUTE = "refer-record-to-credit";

    private final Pauses pauses = mock(Pauses.class);
    private final Windows windows = mock(Windows.class);
    private final Backlogs backlogs = mock(Backlogs.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final RestingClocks clocks =
            new RestingClocks(pauses, windows, backlogs, deadlines, Clock.fixed(NOW.toInstant(), NOW.getOffset()));

    @BeforeEach
    void creditIsAwayAndOwedTheFirst() {
        when(windows.open()).thenReturn(List.of(new Opening(1, "credit", NOW.minusHours(1), SIX, "limin", "来函")));
        when(backlogs.openOf(eq("credit"), anyCollection())).thenReturn(Set.of(new Backlogs.OpenFact(ROUTE, "F1")));
    }

    @Test
    void aClockThatEndsInTheRestOrSoonAfterIsTold() {
        for (OffsetDateTime due : List.of(NOW.minusHours(1), NOW.plusHours(3), SIX.plusMinutes(59))) {
            when(deadlines.open()).thenReturn(List.of(clock(ROUTE, "F1", due)));
            assertThat(clocks.open()).singleElement().satisfies(row -> {
                assertThat(row.kind()).isEqualTo("resting-clock");
                assertThat(row.dueAt()).isEqualTo(due);
                assertThat(row.href()).isEqualTo("/partners/credit");
                assertThat(row.canWait()).isFalse();
            });
        }
    }

    @Test
    void oneThatEndsLaterOrWaitsForAnotherIsNot() {
        when(deadlines.open())
                .thenReturn(List.of(
                        clock(ROUTE, "F1", SIX.plusHours(2)),
                        clock(ROUTE, "F2", NOW.plusHours(1)),
                        clock("refer-case-to-judiciary", "F1", NOW.plusHours(1)),
                        clock(null, "F1", NOW.plusHours(1))));
        assertThat(clocks.open()).isEmpty();
    }

    @Test
    void ofALongRestTheDistantClockCanWaitUntilMorning() {
        when(windows.open()).thenReturn(List.of(new Opening(1, "credit", NOW, NOW.plusDays(3), "limin", "迁机房")));
        when(deadlines.open()).thenReturn(List.of(clock(ROUTE, "F1", NOW.plusDays(2))));
        assertThat(clocks.open()).singleElement().extracting(Concern::canWait).isEqualTo(true);
    }

    @Test
    void pausedInsideItsWindowItIsOneRowByTheLaterEnd() {
        when(deadlines.open()).thenReturn(List.of(clock(ROUTE, "F1", SIX.plusHours(2))));
        when(pauses.open()).thenReturn(List.of(new Pause("credit", NOW, SIX.plusHours(2), "limin", "先别发")));
        assertThat(clocks.open()).hasSize(1);
        when(pauses.open()).thenReturn(List.of(new Pause("credit", NOW, SIX, "limin", "先别发")));
        when(deadlines.open()).thenReturn(List.of(clock(ROUTE, "F1", NOW.plusHours(3))));
        assertThat(clocks.open()).as("the same end twice").hasSize(1);
    }

    private static Deadline clock(String metBy, String key, OffsetDateTime due) {
        return new Deadline(
                "credit-record",
                key,
                "双公示",
                "法",
                metBy,
                NOW.minusDays(1),
                due,
                false,
                0,
                false,
                ClockState.TODAY,
                true);
    }
}
