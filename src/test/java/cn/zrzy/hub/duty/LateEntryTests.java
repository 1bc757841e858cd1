package cn.zrzy.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.WorkingDays;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A fact that is entered late has a clock that is late; clocks of hours are told in hours. */
class LateEntryTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Friday evening. */
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-27T21:32:00+08:00");

    private final List<DeadlineRows.Row> rows = new ArrayList<>();
    private OffsetDateTime now = NOW;

    @Test
    void aCrimeApprovedThreeDaysAgoIsOverdueFromTheStart() {
        Deadline clock = started("transfer-crime", "2026-11-24T09:00:00+08:00");
        assertThat(clock.startedAt()).isEqualTo("2026-11-24T09:00:00+08:00");
        assertThat(clock.dueAt()).isEqualTo("2026-11-25T09:00:00+08:00");
        assertThat(clock.state()).isEqualTo(ClockState.OVERDUE);
        assertThat(clock.pressing()).as("on the desk at once").isTrue();
        assertThat(clock.hourly()).isTrue();
    }

    @Test
    void aPenaltyDecidedInOctoberWasDueInOctober() {
        Deadline clock = started("credit-record", "2026-10-20T00:00:00+08:00");
        assertThat(clock.dueAt()).isEqualTo("2026-10-29T23:59:59+08:00");
        assertThat(clock.state()).isEqualTo(ClockState.OVERDUE);
        assertThat(clock.hourly()).isFalse();
    }

    @Test
    void aClockOfHoursPressesBeforeTheLastWorkingDayIsOver() {
        Deadline clock = started("transfer-crime", "2026-11-27T20:00:00+08:00");
        assertThat(clock.hourly()).isTrue();
        assertThat(clock.state()).as("never farther than soon").isEqualTo(ClockState.SOON);
        assertThat(clock.pressing()).as("22 hours are left").isFalse();
        now = NOW.plusHours(11);
        assertThat(book().open().get(0).pressing()).isTrue();
    }

    @Test
    void whatRanOutOnFridayIsOverdueOnSaturdayToo() {
        started("credit-record", "2026-11-18T00:00:00+08:00");
        assertThat(rows.get(0).dueAt()).isEqualTo("2026-11-27T23:59:59+08:00");
        assertThat(book().counts()).isEqualTo(new Deadlines.Counts(0, 1, 0));
        now = NOW.plusHours(10);
        assertThat(book().open().get(0).state()).isEqualTo(ClockState.OVERDUE);
        assertThat(book().counts()).isEqualTo(new Deadlines.Counts(1, 0, 0));
    }

    @Test
    void aClockThatNoLawNamesIsNotStarted() {
        assertThatThrownBy(() -> started("credit-recrod", "2026-11-18T00:00:00+08:00"))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo("E-DEADLINE-KIND"));
    }

    private Deadline started(String kind, String from) {
        book().start("F1@1", kind, OffsetDateTime.parse(from));
        return book().open().get(0);
    }

    private DeadlineBook book() {
        Map<String, DeadlineTerms.Term> terms = Map.of(
                "transfer-crime",
                new DeadlineTerms.Term(24, DeadlineTerms.Unit.HOURS, "移送公安机关", "310", "r"),
                "credit-record",
                new DeadlineTerms.Term(7, DeadlineTerms.Unit.WORKING_DAYS, "双公示", "424", "r"));
        return new DeadlineBook(
                new Rows(),
                new DeadlineTerms(terms),
                new WorkingDays(Set.of(2026), new TreeMap<>(), "试"),
                Clock.fixed(now.toInstant(), ZONE),
                new NightSchedule(ZONE, LocalTime.NOON, null, null, null, null, 20, null, null, new LinkedHashMap<>()));
    }

    private final class Rows implements DeadlineRows {

        @Override
        public void add(Row clock, String calendarVersion) {
            rows.add(clock);
        }

        @Override
        public void met(String key, String kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Row> open() {
            return rows;
        }

        @Override
        public long overdue() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long ending(OffsetDateTime from, OffsetDateTime before) {
            return rows.stream()
                    .filter(row -> !row.dueAt().isBefore(from) && row.dueAt().isBefore(before))
                    .count();
        }
    }
}
