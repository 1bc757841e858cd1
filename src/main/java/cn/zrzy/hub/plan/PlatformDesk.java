package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.RevealedSeed;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes round the draws that wait for the provincial platform (平台窗口): its results in mode P, its seeds in mode S. */
@Service("platformDesk")
class PlatformDesk {

    /** @param decision what was agreed with the platform, and by which paper */
    record Settlement(String decision) {}

    private final Schemes schemes;
    private final DrawLedger ledger;
    private final PlatformHold hold;
    private final PlatformChecks checks;
    private final Abandonments abandonments;
    private final DrawSettings settings;
    private final Clock clock;

    PlatformDesk(
            Schemes schemes,
            DrawLedger ledger,
            PlatformHold hold,
            PlatformChecks checks,
            Abandonments abandonments,
            DrawSettings settings,
            Clock clock) {
        this.schemes = schemes;
        this.ledger = ledger;
        this.hold = hold;
        this.checks = checks;
        this.abandonments = abandonments;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Frozen draws of mode P, whose result is still to come, and those voided of late: what the platform had drawn before
     * the void is published like any trial result, or a void would be a way round it.
     */
    AwaitedDraws awaitedResults() {
        List<AwaitedDraws.Draw> draws =
                new ArrayList<>(frozen("P").stream().map(AwaitedDraws.Draw::of).toList());
        OffsetDateTime oldest = OffsetDateTime.now(clock).minus(settings.sourceWait());
        for (Abandonments.Case abandoned : abandonments.awaitingShadow()) {
            Scheme scheme = schemes.find(abandoned.schemeNo()).orElseThrow();
            if (scheme.terms().mode().equals("P") && abandoned.approvedAt().isAfter(oldest)) {
                draws.add(new AwaitedDraws.Draw(abandoned.drawNo(), scheme, abandoned));
            }
        }
        return new AwaitedDraws(draws);
    }

    /** Frozen draws of mode S whose platform seed is wanted just now: after its hour, before the public event. */
    AwaitedDraws awaitedSeeds() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<AwaitedDraws.Draw> wanted = new ArrayList<>();
        List<TryLater> early = new ArrayList<>();
        List<Scheme> distrusted = new ArrayList<>();
        for (Scheme scheme : frozen("S")) {
            SeedWindow window;
            try {
                window = SeedWindow.of(ledger.frozen(scheme.drawNo()).request().recipe());
            } catch (Rejected unread) {
                distrusted.add(scheme);
                continue;
            }
            if (given(scheme.drawNo()) || !now.isBefore(window.until())) {
                continue;
            }
            if (now.isAfter(window.from())) {
                wanted.add(AwaitedDraws.Draw.of(scheme));
            } else {
                early.add(new TryLater("抽取 " + scheme.drawNo() + " 等待省平台种子（"
                        + window.from().toLocalTime().truncatedTo(ChronoUnit.SECONDS) + " 之后）"));
            }
        }
        AwaitedDraws round = new AwaitedDraws(wanted);
        early.forEach(later -> round.tally().later(later));
        distrusted.forEach(
                scheme -> round.tally().attempt("方案 " + scheme.schemeNo(), () -> ledger.frozen(scheme.drawNo())));
        return round;
    }

    boolean more(AwaitedDraws round) {
        return round.more();
    }

    /** Number of the next draw to ask about. */
    String next(AwaitedDraws round) {
        return round.next().drawNo();
    }

    /** @param bodySha256 the answer as it was kept */
    void enter(AwaitedDraws round, PlatformAnswer<PlatformReturn> answer, String bodySha256) {
        AwaitedDraws.Draw draw = round.current();
        Scheme scheme = draw.scheme();
        if (draw.abandoned() == null) {
            round.tally().attempt("方案 " + scheme.schemeNo(), () -> hold.enter(scheme, answer.read(), bodySha256));
        } else if (drawnBefore(draw.abandoned(), answer)) {
            round.tally().attempt("作废的抽取 " + draw.drawNo(), () -> hold.enterVoided(draw.abandoned(), answer.read()));
        }
    }

    /** A refusal counts as a result too: it is for the tally to tell it. */
    private static boolean drawnBefore(Abandonments.Case abandoned, PlatformAnswer<PlatformReturn> answer) {
        try {
            return !answer.read().drawnAt().isAfter(abandoned.approvedAt());
        } catch (TryLater nothingDrawn) {
            return false;
        } catch (Rejected unreadable) {
            return true;
        }
    }

    void observe(AwaitedDraws round, PlatformAnswer<String> answer, String bodySha256) {
        Scheme scheme = round.current().scheme();
        round.tally().attempt("方案 " + scheme.schemeNo(), () -> hold.observe(scheme, answer.read(), bodySha256));
    }

    /** @throws TryLater when a draw still waits for the platform */
    Outcome outcome(AwaitedDraws round) {
        return round.tally().outcome("省平台已答复 %d 次抽取", "没有等待省平台的抽取");
    }

    /** A person has dealt with the platform about the findings; what was decided is kept beside them. */
    @Transactional
    Map<String, Object> settle(String drawNo, Settlement settlement, String actor) {
        String person = Signatory.of(actor);
        boolean said = settlement.decision() != null && !settlement.decision().isBlank();
        Rejected.unless(said, "E-DRAW-SETTLEMENT", "须写明与省平台核实的结果和处理依据", "decision");
        Rejected.unless(
                checks.settle(drawNo, settlement.decision().strip(), person),
                "E-DRAW-SETTLED",
                "抽取 " + drawNo + " 没有待处理的平台核对问题",
                "drawNo");
        return Map.of("drawNo", drawNo, "settled", true);
    }

    private List<Scheme> frozen(String mode) {
        return schemes.inState(Scheme.State.FROZEN).stream()
                .filter(scheme -> scheme.terms().mode().equals(mode))
                .toList();
    }

    private boolean given(String drawNo) {
        return ledger.revealed(drawNo, "", OffsetDateTime.now(clock)).observations().stream()
                .map(RevealedSeed.Observation::source)
                .anyMatch(settings.platformSource()::equals);
    }
}
