package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BeijingTests {

    private static final LocalTime SIX = LocalTime.of(6, 0);

    @Test
    void theNextSixOClockIsTodayBeforeSixAndTomorrowAtSix() {
        assertThat(Beijing.next(SIX, at("2026-11-28T05:59:59.999999+08:00"))).isEqualTo("2026-11-28T06:00:00+08:00");
        assertThat(Beijing.next(SIX, at("2026-11-28T06:00:00+08:00"))).isEqualTo("2026-11-29T06:00:00+08:00");
        assertThat(Beijing.next(SIX, at("2026-12-31T23:00:00+08:00"))).isEqualTo("2027-01-01T06:00:00+08:00");
    }

    @Test
    void aMomentIsSaidInBeijingWhateverItsOffset() {
        assertThat(Beijing.shortly(OffsetDateTime.parse("2026-11-27T22:05:59Z")))
                .isEqualTo("11-28 06:05");
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}
