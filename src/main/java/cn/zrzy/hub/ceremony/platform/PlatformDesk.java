package cn.zrzy.hub.ceremony.platform;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import cn.zrzy.hub.plan.approval.Signatory;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes round the draws that wait for the provincial platform (平台窗口): its results in mode P, its seeds in mode S. */
@Service("platformDesk")
public class PlatformDesk {

    /** @param decision what was agreed with the platform, and by which paper */
    public record Settlement(String decision) {}

    private final Schemes schemes;
    private final Abandonments abandonments;
    private final DrawLedger ledger;
    private final PlatformHold hold;
    private final PlatformChecks checks;
    private final DrawSettings settings;
    private final Clock clock;

    PlatformDesk(
            Schemes schemes,
            Abandonments abandonments,
            DrawLedger ledger,
            PlatformHold hold,
            PlatformChecks checks,
            DrawSettings settings,
            Clock clock) {
        this.schemes = schemes;
        this.abandonments = abandonments;
        this.ledger = ledger;
        this.hold = hold;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Draws of mode P whose result is still to come; those voided before it too, since somebody may have seen it there. */
    AwaitedDraws awaitedResults() {
        List<AwaitedDraws.Awaited> wanted = new ArrayList<>(
                frozen("P").stream().map(AwaitedDraws.Awaited::of).toList());
        for (Abandonments.Case voided : abandonments.awaitingShadow()) {
            Scheme scheme = schemes.find(voided.schemeNo()).orElseThrow();
            if (!scheme.terms().drawMode().provable()) {
                wanted.add(new AwaitedDraws.Awaited(voided.drawNo(), voided.schemeNo(), voided.planNo()));
            }
        }
        return new AwaitedDraws(wanted);
    }

    /** Frozen draws of mode S whose platform seed is wanted just now: after its hour, before the public event. */
    AwaitedDraws awaitedSeeds() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<AwaitedDraws.Awaited> wanted = new ArrayList<>();
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
                wanted.add(AwaitedDraws.Awaited.of(scheme));
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
        AwaitedDraws.Awaited draw = round.current();
        round.tally().attempt("方案 " + draw.schemeNo(), () -> hold.enter(draw, answer.read(), bodySha256));
    }

    void observe(AwaitedDraws round, PlatformAnswer<String> answer, String bodySha256) {
        AwaitedDraws.Awaited draw = round.current();
        round.tally().attempt("方案 " + draw.schemeNo(), () -> hold.observe(draw.drawNo(), answer.read(), bodySha256));
    }

    /** @throws TryLater when a draw still waits for the platform */
    Outcome outcome(AwaitedDraws round) {
        return round.tally().outcome("省平台已答复 %d 次抽取", "没有等待省平台的抽取");
    }

    /** The findings of a draw have been dealt with (已处理). */
    public record Settled(String drawNo, boolean settled) {}

    /** A person has dealt with the platform about the findings; what was decided is kept beside them. */
    @Transactional
    public Settled settle(String drawNo, Settlement settlement, Acting by) {
        String person = Signatory.deciding(by);
        boolean said = settlement.decision() != null && !settlement.decision().isBlank();
        Rejected.unless(said, "E-DRAW-SETTLEMENT", "须写明与省平台核实的结果和处理依据", "decision");
        Rejected.unless(
                checks.settle(drawNo, settlement.decision().strip(), person),
                "E-DRAW-SETTLED",
                "抽取 " + drawNo + " 没有待处理的平台核对问题",
                "drawNo");
        return new Settled(drawNo, true);
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
