package cn.zrzy.hub.ceremony.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.Undrawn;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 0016: a draw whose result somebody could know is not drawn again before its trial result is shown. */
class RedrawsTests {

    private static final OffsetDateTime EVENT = OffsetDateTime.parse("2026-11-23T21:30:00+08:00");
    private static final OffsetDateTime FROZEN = EVENT.minusHours(20);
    private static final SeedRecipe RECIPE = new SeedRecipe(
            List.of(),
            EVENT.minusHours(2),
            List.of(new SeedRecipe.Source("骰子", SeedRecipe.Kind.DICE, "20", EVENT)),
            640);

    private final Abandonments abandonments = mock(Abandonments.class);
    private final Undrawn undrawn = mock(Undrawn.class);
    private final DrawResults results = mock(DrawResults.class);
    private final Schemes schemes = mock(Schemes.class);
    private final DrawLedger ledger = mock(DrawLedger.class, RETURNS_DEEP_STUBS);

    @Test
    void voidedAfterTheDiceItWaitsForItsTrialResult() {
        open("S1", RECIPE);
        voidedAt(EVENT.plusSeconds(1));
        refuses(at(EVENT.plusDays(3)), "S1", "D1", "试算结果");
        refuses(at(EVENT.plusDays(3)), "S2", "D1", "试算结果");
    }

    @Test
    void voidedBeforeTheDiceItGoesOnAtOnce() {
        open("S1", RECIPE);
        voidedAt(EVENT.minusSeconds(1));
        assertThatCode(() -> at(EVENT.plusDays(3)).requireResults(scheme("S1", "")))
                .doesNotThrowAnyException();
    }

    @Test
    void diceThatNobodyEntersOpenNoWayRoundThem() {
        open("S1", RECIPE);
        assertThatCode(() -> at(EVENT.minusSeconds(1)).requireResults(scheme("S2", "")))
                .doesNotThrowAnyException();
        refuses(at(EVENT), "S2", "D1", "先作废");
    }

    @Test
    void diceThatAreEnteredHaveOnlyToBeDrawn() {
        open("S1", RECIPE);
        seen(new RevealedSeed.Observation("骰子", "1", EVENT, "", ""));
        assertThatThrownBy(() -> at(EVENT).requireResults(scheme("S2", "")))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("D1");
    }

    @Test
    void anotherItemOfThePlanIsNobodysBusiness() {
        open("S1", RECIPE);
        when(schemes.find("S1")).thenReturn(Optional.of(scheme("S1", "", item("NRP-02"))));
        assertThatCode(() -> at(EVENT).requireResults(scheme("S2", ""))).doesNotThrowAnyException();
    }

    @Test
    void thePlatformsDrawIsOwedFromItsFreezeVoidedOrNot() {
        open("S1", new SeedRecipe(List.of(), null, List.of(), 0));
        refuses(at(FROZEN.plusSeconds(1)), "S2", "D1", "须等省平台给出该次结果");
        voidedAt(FROZEN.plusSeconds(1));
        refuses(at(EVENT), "S1", "D1", "书面证明");
        when(undrawn.certified("D1")).thenReturn(true);
        assertThatCode(() -> at(EVENT).requireResults(scheme("S1", ""))).doesNotThrowAnyException();
    }

    @Test
    void aRedrawHasASeedOfItsOwn() {
        when(abandonments.ofScheme("S1")).thenReturn(true);
        assertThat(at(EVENT).campaign(scheme("S1", "秋季"))).isEmpty();
        assertThat(at(EVENT).campaign(scheme("S2", "秋季"))).isEqualTo("秋季");
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

    private Redraws at(OffsetDateTime now) {
        return new Redraws(
                abandonments, undrawn, results, schemes, ledger, Clock.fixed(now.toInstant(), ZoneOffset.UTC));
    }

    private void refuses(Redraws redraws, String schemeNo, String... words) {
        assertThatThrownBy(() -> redraws.requireResults(scheme(schemeNo, "")))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-DRAW-OPEN"))
                .hasMessageContainingAll(words);
    }

    /** A frozen draw D1 without result. */
    private void open(String schemeNo, SeedRecipe recipe) {
        when(ledger.frozen("D1").request().recipe()).thenReturn(recipe);
        seen();
        when(schemes.find(schemeNo)).thenReturn(Optional.of(scheme(schemeNo, "")));
        when(results.ofPlan("P1"))
                .thenReturn(List.of(
                        new DrawnResult("D1", schemeNo, "P1", 9, 0, "", null, FROZEN, null, null, null, List.of())));
    }

    private void seen(RevealedSeed.Observation... events) {
        when(ledger.revealed(any(), any(), any())).thenReturn(new RevealedSeed(List.of(), List.of(events), "", EVENT));
    }

    private void voidedAt(OffsetDateTime when) {
        when(abandonments.find("D1"))
                .thenReturn(Optional.of(
                        new Abandonments.Case("D1", "S1", "P1", "随机数未录入", "批1", "", "甲", when, "乙", when, false)));
    }

    private static PlanItem item(String code) {
        return new PlanItem(1, code, "", "", List.of(), "一般", 1000, "", "", "", List.of(), "");
    }

    private static Scheme scheme(String no, String campaign) {
        return scheme(no, campaign, item("NRP-01"));
    }

    private static Scheme scheme(String no, String campaign, PlanItem item) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return new Scheme(
                no,
                1,
                "P1",
                "方案",
                List.of(item),
                day,
                day,
                day,
                "实地",
                2,
                new DrawTerms("L", false, null, false, campaign, List.of(), List.of(), List.of()),
                Scheme.State.APPROVED,
                "甲",
                "乙",
                null,
                null);
    }
}
