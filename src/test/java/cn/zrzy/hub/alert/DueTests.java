package cn.zrzy.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What ought to have been told of an alert. */
class DueTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-30T01:20:00+08:00");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void whatCanWaitIsTold() {
        assertThat(Due.of(alert(null, "", null, null), false, NOW, QUARTER)).containsExactly(Letter.What.RAISED);
    }

    @Test
    void whatCannotWaitIsToldAndEscalatedWhenNobodyClaims() {
        assertThat(Due.of(alert(NOW.minusMinutes(14), "", null, null), false, NOW, QUARTER))
                .containsExactly(Letter.What.URGENT);
        assertThat(Due.of(alert(NOW.minusMinutes(15), "", null, null), false, NOW, QUARTER))
                .containsExactly(Letter.What.URGENT, Letter.What.ESCALATED);
        assertThat(Due.of(alert(NOW.minusMinutes(90), "李敏", null, null), false, NOW, QUARTER))
                .containsExactly(Letter.What.URGENT);
    }

    @Test
    void whatIsMutedOrJustGoneIsNotTold() {
        assertThat(Due.of(alert(NOW.minusHours(1), "", NOW.plusHours(1), null), false, NOW, QUARTER))
                .isEmpty();
        assertThat(Due.of(alert(NOW.minusHours(1), "", null, NOW.minusSeconds(5)), false, NOW, QUARTER))
                .isEmpty();
    }

    @Test
    void whenItsMuteIsOverItIsToldAgainUnlessSomebodyHasIt() {
        assertThat(Due.of(alert(NOW.minusMinutes(5), "", null, null), true, NOW, QUARTER))
                .containsExactly(Letter.What.URGENT, Letter.What.STILL);
        assertThat(Due.of(alert(NOW.minusMinutes(5), "李敏", null, null), true, NOW, QUARTER))
                .containsExactly(Letter.What.URGENT);
    }

    private static Alert alert(OffsetDateTime urgentAt, String owner, OffsetDateTime muted, OffsetDateTime gone) {
        return new Alert(
                1,
                "problem /x",
                "problem-parked",
                "一句话",
                "/x",
                NOW.minusHours(2),
                urgentAt,
                gone,
                null,
                owner,
                "",
                muted);
    }
}
