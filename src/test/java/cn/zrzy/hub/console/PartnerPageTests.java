package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Halt;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.window.Opening;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 下次自动办理: not before every rest has ended. */
class PartnerPageTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T01:00:00+08:00");

    @Test
    void whatIsDueWaitsForTheRestThatEndsLast() {
        assertThat(next(null, null, NOW)).isEqualTo(NOW);
        assertThat(next(5, 6, NOW)).isEqualTo(NOW.plusHours(6));
        assertThat(next(7, 6, NOW)).isEqualTo(NOW.plusHours(7));
        assertThat(next(5, 6, NOW.plusHours(9))).isEqualTo(NOW.plusHours(9));
        assertThat(next(null, null, null)).isNull();
    }

    private static OffsetDateTime next(Integer pause, Integer window, OffsetDateTime due) {
        return new PartnerPage.View(
                        new PartnerLoad("province", 0, 0, 0, 0, 0, 0, null, due, null, null, Halt.NONE),
                        pause == null ? null : new Pause("province", NOW, NOW.plusHours(pause), "limin", "先别发"),
                        window == null ? null : new Opening(1, "province", NOW, NOW.plusHours(window), "limin", "来函"),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of())
                .next();
    }
}
