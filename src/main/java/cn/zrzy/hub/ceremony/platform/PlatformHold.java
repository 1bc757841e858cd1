package cn.zrzy.hub.ceremony.platform;

import cn.zrzy.hub.ceremony.DrawFinished;
import cn.zrzy.hub.ceremony.DrawQuestioned;
import cn.zrzy.hub.ceremony.ShadowDrawn;
import cn.zrzy.hub.ceremony.hold.OutcomeBook;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.PlatformCheck;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.ceremony.record.Undrawn;
import cn.zrzy.hub.ceremony.seed.DrawStamps;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters what the platform gave for one draw (平台结果、平台种子入账), each in one transaction with what is owed because of it. */
@Component
class PlatformHold {

    /** Two clocks of two houses. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Schemes schemes;
    private final Abandonments abandonments;
    private final Undrawn undrawn;
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
            Abandonments abandonments,
            Undrawn undrawn,
            OutcomeBook outcomes,
            PlatformChecks checks,
            DrawLedger ledger,
            DrawStamps stamps,
            DrawSettings settings,
            SigningRing keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schemes = schemes;
        this.abandonments = abandonments;
        this.undrawn = undrawn;
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
     * Mode P: keeps the result as it is, with every rule that it breaks; that of a voided draw as its trial result. The
     * log's time is ours: theirs may lie before lines that the log holds already.
     *
     * @throws Rejected when it cannot even be kept: another pool, unknown people or subjects, drawn before the freeze
     */
    @Transactional
    void enter(AwaitedDraws.Awaited draw, PlatformReturn theirs, String bodySha256) {
        String drawNo = draw.drawNo();
        FrozenDraw frozen = ledger.frozen(drawNo);
        OffsetDateTime now = Beijing.second(clock);
        Optional<Abandonment> voided = ledger.voided(drawNo);
        if (voided.isEmpty()) {
            stamps.requireInOrder(frozen.request(), now);
        }
        check(drawNo, theirs, frozen.request().frozenAt(), now);
        PlatformResult result = result(theirs, now);
        DrawOutcome outcome = voided.map(why -> Draws.shadow(frozen, result, why, keys))
                .orElseGet(() -> Draws.hold(frozen, result, keys));
        outcomes.enter(frozen, outcome);
        PlatformCheck check = new PlatformCheck(
                drawNo,
                bodySha256,
                theirs.drawnAt(),
                now,
                outcome.findings(),
                Draws.forbiddenVisits(frozen, DrawState.of(outcome)),
                "",
                "");
        checks.add(check);
        if (voided.isPresent()) {
            shadow(draw);
        } else {
            count(draw, check);
        }
    }

    private void count(AwaitedDraws.Awaited draw, PlatformCheck check) {
        schemes.drawn(draw.schemeNo());
        if (!check.clean()) {
            facts.publishEvent(new DrawQuestioned(
                    draw.drawNo(),
                    draw.schemeNo(),
                    draw.planNo(),
                    check.findings().size(),
                    check.forbidden().size()));
        }
        facts.publishEvent(new DrawFinished(draw.drawNo(), draw.schemeNo(), draw.planNo()));
    }

    /** Nobody acts on a voided draw, so there is nothing to settle about it; it only has to be in the open. */
    private void shadow(AwaitedDraws.Awaited draw) {
        abandonments.hold(draw.drawNo());
        refuseUnless(!undrawn.certified(draw.drawNo()), "E-DRAW-UNDRAWN", "省平台已书面证明没有抽取，却又给出结果，请与省平台核实");
        facts.publishEvent(new ShadowDrawn(draw.drawNo(), draw.schemeNo(), draw.planNo()));
    }

    /** Mode S: one source of several; what it rests on is the body as it arrived. */
    @Transactional
    void observe(String drawNo, String seed, String bodySha256) {
        SeedWindow.refuseLate(
                ledger.frozen(drawNo).request().recipe(), settings.platformSource(), Beijing.second(clock));
        ledger.recordObservation(
                drawNo,
                new RevealedSeed.Observation(
                        settings.platformSource(), seed, Beijing.second(clock), bodySha256, "省双随机监管平台接口"));
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
