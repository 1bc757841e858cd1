package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.DrawOutcome;
import cn.zrzy.hub.draw.DrawState;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.FrozenDraw;
import cn.zrzy.hub.draw.PlatformResult;
import cn.zrzy.hub.draw.RevealedSeed;
import cn.zrzy.hub.draw.SigningRing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters what the platform gave for one draw (平台结果、平台种子入账), each in one transaction with what is owed because of it. */
@Component
class PlatformHold {

    /** Two clocks of two houses. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Schemes schemes;
    private final OutcomeBook outcomes;
    private final PlatformChecks checks;
    private final DrawLedger ledger;
    private final DrawStamps stamps;
    private final DrawSettings settings;
    private final SigningRing keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PlatformHold(
            Schemes schemes,
            OutcomeBook outcomes,
            PlatformChecks checks,
            DrawLedger ledger,
            DrawStamps stamps,
            DrawSettings settings,
            SigningRing keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schemes = schemes;
        this.outcomes = outcomes;
        this.checks = checks;
        this.ledger = ledger;
        this.stamps = stamps;
        this.settings = settings;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Mode P: keeps the result as it is, with every rule that it breaks. The log's time is ours: theirs may lie before
     * lines that the log holds already.
     *
     * @throws Rejected when it cannot even be kept: another pool, unknown people or subjects, drawn before the freeze
     */
    @Transactional
    void enter(Scheme scheme, PlatformReturn theirs, String bodySha256) {
        FrozenDraw frozen = ledger.frozen(scheme.drawNo());
        OffsetDateTime now = BeijingTime.now(clock);
        stamps.requireInOrder(frozen.request(), now);
        check(scheme.drawNo(), theirs, frozen.request().frozenAt(), now);
        DrawOutcome outcome = Draws.hold(frozen, result(theirs, now), keys);
        Map<String, List<String>> forbidden = Draws.forbiddenVisits(frozen, DrawState.of(outcome));
        outcomes.enter(frozen, outcome);
        schemes.drawn(scheme.schemeNo());
        PlatformCheck check = new PlatformCheck(
                scheme.drawNo(), bodySha256, theirs.drawnAt(), now, outcome.findings(), forbidden, "", "");
        checks.add(check);
        if (!check.clean()) {
            facts.publishEvent(new DrawQuestioned(
                    scheme.drawNo(),
                    scheme.schemeNo(),
                    scheme.planNo(),
                    check.findings().size(),
                    forbidden.size()));
        }
        facts.publishEvent(new DrawFinished(scheme.drawNo(), scheme.schemeNo(), scheme.planNo()));
    }

    /** Mode P: what the platform had drawn before the draw was voided (作废试算); nobody carries it out. */
    @Transactional
    void enterVoided(Abandonments.Case abandoned, PlatformReturn theirs) {
        String drawNo = abandoned.drawNo();
        FrozenDraw frozen = ledger.frozen(drawNo);
        OffsetDateTime now = BeijingTime.now(clock);
        check(drawNo, theirs, frozen.request().frozenAt(), now);
        outcomes.enter(
                frozen,
                Draws.shadow(frozen, result(theirs, now), ledger.voided(drawNo).orElseThrow(), keys));
        facts.publishEvent(new ShadowDrawn(drawNo, abandoned.schemeNo(), abandoned.planNo()));
    }

    /** Mode S: one source of several; what it rests on is the body as it arrived. */
    @Transactional
    void observe(Scheme scheme, String seed, String bodySha256) {
        SeedWindow.refuseLate(
                ledger.frozen(scheme.drawNo()).request().recipe(), settings.platformSource(), BeijingTime.now(clock));
        ledger.recordObservation(
                scheme.drawNo(),
                new RevealedSeed.Observation(
                        settings.platformSource(), seed, BeijingTime.now(clock), bodySha256, "省双随机监管平台接口"));
    }

    private void check(String drawNo, PlatformReturn theirs, OffsetDateTime frozenAt, OffsetDateTime now) {
        String manifest = ledger.find(drawNo).orElseThrow().manifestSm3();
        refuseUnless(drawNo.equals(theirs.drawNo()), "E-DRAW-PLATFORM-POOL", "平台答的是另一次抽取 " + theirs.drawNo());
        refuseUnless(manifest.equals(theirs.manifestDigest()), "E-DRAW-PLATFORM-POOL", "平台不是从冻结的名单抽取：名单指纹不符");
        refuseUnless(!theirs.drawnAt().isBefore(frozenAt), "E-DRAW-ORDER", "平台抽取早于名单冻结，不能作为依据");
        refuseUnless(!theirs.drawnAt().isAfter(now.plus(CLOCKS_APART)), "E-DRAW-ORDER", "平台所写的抽取时间还没有到");
    }

    private static void refuseUnless(boolean holds, String code, String sentence) {
        if (!holds) {
            throw new Rejected(code, sentence, Place.of("result"));
        }
    }

    private static PlatformResult result(PlatformReturn theirs, OffsetDateTime at) {
        return new PlatformResult(
                theirs.picks().stream()
                        .map(pick -> new PlatformResult.Choice(pick.itemCode(), pick.objectId()))
                        .toList(),
                theirs.teams().stream()
                        .flatMap(team -> team.certNos().stream().map(card -> seat(team, card)))
                        .toList(),
                at);
    }

    private static PlatformResult.Seat seat(PlatformReturn.Team team, String card) {
        return new PlatformResult.Seat(team.objectId(), card);
    }
}
