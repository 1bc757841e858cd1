package cn.zrzy.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The counts of the desk are those that one gets by asking each clock for its state, on any day of the week. */
class DeadlineCountTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30", "2026-12-31"})
    void everyClockIsCountedWhereItsStatePutsIt(String day) {
        LocalDate today = LocalDate.parse(day);
        List<OffsetDateTime> clocks = Stream.iterate(today.minusDays(20), date -> date.plusDays(1))
                .limit(41)
                .map(date -> date.atTime(LocalTime.of(23, 59, 59)).atZone(ZONE).toOffsetDateTime())
                .toList();
        DeadlineBook book = book(today, clocks);
        List<Deadline> open = book.open();
        assertThat(book.counts())
                .isEqualTo(new Deadlines.Counts(
                        in(open, ClockState.OVERDUE), in(open, ClockState.TODAY), in(open, ClockState.SOON)));
        assertThat(open).filteredOn(d -> d.state() == ClockState.OVERDUE).allMatch(d -> d.workingDaysLeft() <= 0);
        assertThat(open).filteredOn(d -> d.state() == ClockState.RUNNING).allMatch(d -> d.workingDaysLeft() > 5);
    }

    @ParameterizedTest
    @CsvSource({
        "23:00, 22:59, OVERDUE, true",
        "09:00, 20:59, TODAY, true",
        "23:00, +1 10:59, SOON, true",
        "23:00, +1 11:01, SOON, false",
    })
    void aClockOfHoursPressesThroughTheNight(String now, String due, ClockState expected, boolean presses) {
        LocalDate friday = LocalDate.parse("2026-11-27");
        OffsetDateTime at = friday.atTime(LocalTime.parse(now)).atZone(ZONE).toOffsetDateTime();
        boolean next = due.startsWith("+1 ");
        OffsetDateTime end = friday.plusDays(next ? 1 : 0)
                .atTime(LocalTime.parse(due.replace("+1 ", "")))
                .atZone(ZONE)
                .toOffsetDateTime();
        assertThat(ClockState.of(end, at, true, 0)).isEqualTo(expected);
        assertThat(ClockState.presses(end, at, true)).isEqualTo(presses);
    }

    private static long in(List<Deadline> open, ClockState state) {
        return open.stream().filter(d -> d.state() == state).count();
    }

    /** A Wednesday off and a Saturday at work among them. */
    private static DeadlineBook book(LocalDate today, List<OffsetDateTime> clocks) {
        TreeMap<LocalDate, Boolean> exceptions =
                new TreeMap<>(Map.of(LocalDate.parse("2026-12-02"), true, LocalDate.parse("2026-12-05"), false));
        NightSchedule schedule =
                new NightSchedule(ZONE, LocalTime.NOON, null, null, null, null, 20, null, null, new LinkedHashMap<>());
        return new DeadlineBook(
                new Rows(clocks),
                new DeadlineTerms(Map.of()),
                new WorkingDays(Set.of(2026, 2027), exceptions, "试"),
                Clock.fixed(today.atTime(9, 30).atZone(ZONE).toInstant(), ZONE),
                schedule);
    }

    private record Rows(List<OffsetDateTime> clocks) implements DeadlineRows {

        @Override
        public void add(Row clock, String calendarVersion) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void met(String key, String kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Row> open() {
            return clocks.stream()
                    .map(due -> new Row("k", due.toString(), "公示", "法", due, due, false))
                    .toList();
        }

        @Override
        public long overdue() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long ending(OffsetDateTime from, OffsetDateTime before) {
            return clocks.stream()
                    .filter(due -> !due.isBefore(from) && due.isBefore(before))
                    .count();
        }
    }
}
