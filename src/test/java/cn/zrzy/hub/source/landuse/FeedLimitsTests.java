package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** When the pages of a source are too many, or go on for too long. */
class FeedLimitsTests {

    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void asManyAsAllowedMayCome() {
        limits(TEN).require("units", cursor(), page(3, 3));
    }

    @Test
    void moreRowsThanAllowedAreRefusedWhetherSaidOrGiven() {
        assertThatThrownBy(() -> limits(TEN).require("units", cursor(), page(4, 1)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-FEED-SIZE"));
        PageCursor cursor = cursor();
        cursor.pass(3, 3);
        assertThatThrownBy(() -> limits(TEN).require("units", cursor, page(3, 1)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-FEED-SIZE"));
    }

    @Test
    void aSourceThatGoesOnForTooLongIsLeft() {
        limits(TEN.plusSeconds(60)).require("units", cursor(), page(1, 1));
        assertThatThrownBy(() -> limits(TEN.plusSeconds(61)).require("units", cursor(), page(1, 1)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-FEED-TIME"));
    }

    private static FeedLimits limits(Instant now) {
        return new FeedLimits(Clock.fixed(now, ZoneOffset.UTC), 3, Duration.ofMinutes(1));
    }

    private static PageCursor cursor() {
        return new PageCursor(new Shift("20261123-sync-units-from-landuse", 1), true, TEN);
    }

    private static JsonPage page(long total, int rows) {
        String json = "{\"code\":0,\"total\":" + total + ",\"rows\":[" + "{},".repeat(rows - 1) + "{}]}";
        return JsonPage.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "units", 0, row -> {});
    }
}
