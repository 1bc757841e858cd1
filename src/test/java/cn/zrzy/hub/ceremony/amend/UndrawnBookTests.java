package cn.zrzy.hub.ceremony.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.Undrawn;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.Askers;
import cn.zrzy.hub.plan.approval.FourEyes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** 无结果证明 of a draw held here: a lottery that was suspended must not close the item for ever. */
class UndrawnBookTests {

    private static final OffsetDateTime EVENT = OffsetDateTime.parse("2027-02-07T21:30:00+08:00");
    private static final UndrawnBook.Paper PAPER = new UndrawnBook.Paper("豫福彩函〔2027〕1号", "ab".repeat(32));

    private static final Acting ASKER = Acting.person("jia", "甲", "OFFICE", "10.0.0.1");

    private final Undrawn undrawn = mock(Undrawn.class);
    private final Abandonments abandonments = mock(Abandonments.class);
    private final DrawResults results = mock(DrawResults.class);
    private final DrawLedger ledger = mock(DrawLedger.class, RETURNS_DEEP_STUBS);
    private final DrawSettings settings = mock(DrawSettings.class);

    @BeforeEach
    void aVoidedDrawWhoseLotteryIsMissing() {
        when(settings.sourceWait()).thenReturn(Duration.ofHours(48));
        when(abandonments.hold("D1"))
                .thenReturn(Optional.of(new Abandonments.Case(
                        "D1", "S1", "P1", "春节休市", "批1", "", "甲", EVENT, "乙", EVENT.plusDays(1), false)));
        when(results.find("D1"))
                .thenReturn(Optional.of(new DrawnResult(
                        "D1", "S1", "P1", 9, 0, "", null, EVENT.minusDays(1), null, null, null, List.of())));
        when(ledger.frozen("D1").request().recipe())
                .thenReturn(new SeedRecipe(
                        List.of(),
                        EVENT.minusHours(2),
                        List.of(new SeedRecipe.Source("快乐8", SeedRecipe.Kind.KL8, "2027-038", EVENT)),
                        640));
        seen(List.of());
    }

    @Test
    void onceItCanNoLongerBeEnteredItsOrganiserMayCertify() {
        assertThat(at(EVENT.plusHours(48)).ask("D1", PAPER, ASKER)).isEqualTo(Amended.asked("D1"));
    }

    @Test
    void whileItCanBeEnteredOrOnceItWasItIsOwed() {
        refused(at(EVENT.plusHours(47)));
        seen(List.of(new RevealedSeed.Observation("快乐8", "01", EVENT, "", "")));
        refused(at(EVENT.plusHours(48)));
    }

    private void refused(UndrawnBook book) {
        assertThatThrownBy(() -> book.ask("D1", PAPER, ASKER))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-DRAW-UNDRAWN"));
    }

    private void seen(List<RevealedSeed.Observation> observations) {
        when(ledger.revealed(eq("D1"), any(), any())).thenReturn(new RevealedSeed(List.of(), observations, "", EVENT));
    }

    private UndrawnBook at(OffsetDateTime now) {
        return new UndrawnBook(
                undrawn,
                abandonments,
                results,
                ledger,
                settings,
                mock(ApplicationEventPublisher.class),
                new FourEyes(mock(Askers.class), Clock.fixed(now.toInstant(), ZoneOffset.ofHours(8))));
    }
}
