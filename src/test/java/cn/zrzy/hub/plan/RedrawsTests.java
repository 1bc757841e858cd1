package cn.zrzy.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.SeedRecipe;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 0016: a draw whose result somebody could know is not drawn again before its trial result is shown. */
class RedrawsTests {

    private static final OffsetDateTime EVENT = OffsetDateTime.parse("2026-11-23T21:30:00+08:00");
    private static final SeedRecipe RECIPE = new SeedRecipe(
            List.of(),
            EVENT.minusHours(2),
            List.of(new SeedRecipe.Source("骰子", SeedRecipe.Kind.DICE, "20", EVENT)),
            640);

    private final Abandonments abandonments = mock(Abandonments.class);
    private final DrawLedger ledger = mock(DrawLedger.class, RETURNS_DEEP_STUBS);
    private final Redraws redraws = new Redraws(abandonments, ledger);

    @Test
    void voidedAfterTheDiceItWaitsForItsTrialResult() {
        voidedAt(EVENT.plusSeconds(1));
        assertThatThrownBy(() -> redraws.requireTrial(scheme("S1", "秋季")))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("试算结果");
        assertThatCode(() -> redraws.requireTrial(scheme("S2", ""))).doesNotThrowAnyException();
    }

    @Test
    void voidedBeforeTheDiceItGoesOnAtOnce() {
        voidedAt(EVENT.minusSeconds(1));
        assertThatCode(() -> redraws.requireTrial(scheme("S1", ""))).doesNotThrowAnyException();
    }

    @Test
    void aRedrawHasASeedOfItsOwn() {
        when(abandonments.ofScheme("S1")).thenReturn(true);
        assertThat(redraws.campaign(scheme("S1", "秋季"))).isEmpty();
        assertThat(redraws.campaign(scheme("S2", "秋季"))).isEqualTo("秋季");
    }

    @Test
    void whatCountsAsMissingCannotBeEnteredAfterwards() {
        Duration wait = Duration.ofHours(48);
        assertThatCode(() -> SeedWindow.refuseAfterWait(RECIPE, "骰子", wait, EVENT.plusHours(47)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> SeedWindow.refuseAfterWait(RECIPE, "骰子", wait, EVENT.plusHours(48)))
                .isInstanceOf(Rejected.class)
                .extracting(e -> ((Rejected) e).code())
                .isEqualTo("E-DRAW-LATE");
    }

    private void voidedAt(OffsetDateTime when) {
        when(ledger.frozen("D1").request().recipe()).thenReturn(RECIPE);
        when(abandonments.awaitingShadow())
                .thenReturn(List.of(
                        new Abandonments.Case("D1", "S1", "P1", "随机数未录入", "批1", "", "甲", when, "乙", when, false)));
    }

    private static Scheme scheme(String no, String campaign) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return new Scheme(
                no,
                1,
                "P1",
                "方案",
                List.of(),
                day,
                day,
                day,
                "实地",
                2,
                new DrawTerms("L", false, null, false, campaign, List.of(), List.of()),
                Scheme.State.APPROVED,
                "甲",
                "乙",
                null,
                null);
    }
}
