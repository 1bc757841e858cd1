package cn.zrzy.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.WorkingDays;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private final WorkingDays calendar;

    WorkingDaysTests() throws IOException {
        calendar = new CalendarFiles().workingDays(Path.of("config/calendar"), new ObjectMapper());
    }

    /** Vectors of the domain notes §6, computed from the State Council's notices. */
    @ParameterizedTest(name = "{0} + {1} working days = {2}")
    @CsvSource({
        "2025-01-24, 20, 2025-02-27",
        "2025-04-18, 20, 2025-05-20",
        "2025-09-19, 20, 2025-10-23",
        "2025-09-30, 20, 2025-11-04",
        "2025-12-25, 20, 2026-01-23",
        "2026-01-30, 20, 2026-03-05",
        "2026-02-12, 7, 2026-02-28",
        "2026-02-13, 20, 2026-03-19",
        "2026-04-20, 20, 2026-05-20",
        "2026-09-10, 20, 2026-10-14",
        "2026-09-18, 7, 2026-09-29",
        "2026-09-30, 20, 2026-11-03",
        "2026-11-23, 20, 2026-12-21",
    })
    void countsByTheNotices(LocalDate event, int days, LocalDate due) {
        assertThat(calendar.after(event, days)).isEqualTo(new WorkingDays.Due(due, false));
    }

    @Test
    void aSpanIntoAnUnannouncedYearIsProvisional() {
        assertThat(calendar.after(LocalDate.of(2026, 12, 10), 20))
                .isEqualTo(new WorkingDays.Due(LocalDate.of(2027, 1, 8), true));
    }

    @Test
    void bothYearsHave248WorkingDays() {
        for (int year : new int[] {2025, 2026}) {
            long days = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(calendar::isWorkingDay)
                    .count();
            assertThat(days).as("working days of " + year).isEqualTo(248);
        }
    }
}
