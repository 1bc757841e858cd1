package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A local midnight that a system sends as UTC is the Beijing day, not the day before. */
class UtcDatesTests extends LanduseNights {

    @Test
    void projectsUtcDates() {
        projects(FIRST, pages("base", "projects"));

        assertThat(projects(SECOND, pages("projects-utc-dates", "projects")).message())
                .startsWith("收到 30 行 = 隔离 0 + 被取代 0 + 不变 30 + 新增 0 + 变更 0；停用 0；");
        assertThat(live("XM:2026-411000-0001").details()).containsEntry("发证日期", "2026-01-05");
    }

    @Test
    void unitsUtcDates() {
        units(FIRST, pages("base", "units"));

        assertThat(units(SECOND, pages("units-utc-dates", "units")).message())
                .startsWith("收到 55 行 = 隔离 0 + 被取代 0 + 不变 55 + 新增 0 + 变更 0；停用 0；");
        assertThat(live("91411000MA9000401K").validTo()).isEqualTo(LocalDate.of(2029, 6, 30));
    }
}
