package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.Disclosure;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.DrawOutcome;
import cn.zrzy.hub.draw.DrawRequest;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.FrozenDraw;
import cn.zrzy.hub.draw.PoolSubject;
import cn.zrzy.hub.draw.RevealedSeed;
import cn.zrzy.hub.draw.SeedRecipe;
import cn.zrzy.hub.draw.Signers;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the draw of each due scheme (抽取主持): number and call for commitments, freeze, and, once the seed is complete, the
 * draw itself; each of the three in one transaction of its own, with what is owed because of it.
 */
@Service("drawSession")
class DrawSession {

    private final Plans plans;
    private final Schemes schemes;
    private final DrawCalls calls;
    private final DrawResults results;
    private final PoolBuilder pools;
    private final DrawLedger ledger;
    private final Verifiers verifiers;
    private final DrawSettings settings;
    private final Signers signers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DrawSession(
            Plans plans,
            Schemes schemes,
            DrawCalls calls,
            DrawResults results,
            PoolBuilder pools,
            DrawLedger ledger,
            Verifiers verifiers,
            DrawSettings settings,
            @Value("${secret.draw-sm2}") String sm2,
            @Value("${secret.draw-ed25519}") String ed25519,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.plans = plans;
        this.schemes = schemes;
        this.calls = calls;
        this.results = results;
        this.pools = pools;
        this.ledger = ledger;
        this.verifiers = verifiers;
        this.settings = settings;
        this.signers = new Signers(sm2, ed25519);
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Freezes the pool of every due scheme, one after the other since draw numbers have no gap.
     *
     * @param businessDate yyyyMMdd
     * @throws TryLater when a plan is not public yet or a party has not committed
     */
    Outcome freezeDue(String businessDate) {
        LocalDate date = LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE);
        Tally tally = new Tally();
        for (Scheme scheme : calledFirst(schemes.due(date))) {
            tally.attempt(scheme, () -> {
                String drawNo = transaction.execute(status -> call(scheme));
                transaction.executeWithoutResult(status -> freeze(scheme, drawNo));
                CrashPoint.reached("after-freeze");
            });
        }
        return tally.outcome("冻结名单 %d 个", "今夜没有到期的工作方案");
    }

    /**
     * Draws every frozen scheme whose seed is complete.
     *
     * @throws TryLater with the time left, when a seed still waits for its public event
     */
    Outcome drawReady() {
        Tally tally = new Tally();
        for (Scheme scheme : schemes.inState(Scheme.State.FROZEN)) {
            tally.attempt(scheme, () -> {
                transaction.executeWithoutResult(status -> draw(scheme));
                CrashPoint.reached("after-draw");
            });
        }
        return tally.outcome("完成抽取 %d 次", "没有待抽取的方案");
    }

    /** Numbers have no gap, so the scheme that already has one goes before those that fell due later. */
    private List<Scheme> calledFirst(List<Scheme> due) {
        String called = calls.open().map(DrawCalls.Call::schemeNo).orElse("");
        return due.stream()
                .sorted(Comparator.comparing(
                                (Scheme scheme) -> !scheme.schemeNo().equals(called))
                        .thenComparing(Scheme::schemeNo))
                .toList();
    }

    private String call(Scheme scheme) {
        Plan plan = plans.inForce(scheme.planNo()).orElseThrow();
        if (!plans.isPublished(plan.planNo(), plan.version())) {
            throw new TryLater("年度计划 " + plan.key() + " 尚未在门户公示，不能抽取");
        }
        Optional<DrawCalls.Call> open = calls.open();
        if (open.isPresent() && !open.get().schemeNo().equals(scheme.schemeNo())) {
            throw new TryLater(
                    "编号 " + open.get().drawNo() + " 的方案 " + open.get().schemeNo() + " 尚未冻结，后面的方案依次等待");
        }
        if (open.isPresent()) {
            return open.get().drawNo();
        }
        String drawNo =
                ledger.nextDrawNo(settings.prefix(), LocalDate.now(clock).getYear());
        calls.call(drawNo, scheme.schemeNo());
        return drawNo;
    }

    private void freeze(Scheme scheme, String drawNo) {
        List<SeedRecipe.Party> parties = calls.parties(drawNo);
        if (parties.size() < settings.parties().size()) {
            throw new TryLater("抽取 " + drawNo + " 等待各方承诺：" + parties.size() + "/"
                    + settings.parties().size());
        }
        OffsetDateTime now = now();
        SeedRecipe recipe = new SeedRecipe(
                parties,
                now.plus(settings.revealWithin()),
                sources(now.plus(settings.eventAfter())),
                Math.max(settings.demandDecibits(), scheme.terms().annual() ? 1280 : 640));
        List<PoolSubject> subjects = pools.subjects(scheme);
        DrawRequest request = new DrawRequest(
                drawNo,
                scheme.terms().campaign(),
                scheme.schemeNo(),
                scheme.terms().drawMode(),
                scheme.terms().annual(),
                subjects,
                pools.inspectors(scheme),
                pools.recusals(subjects, scheme.windowTo()),
                pools.rules(scheme),
                recipe,
                Disclosure.open(),
                now,
                ledger.logHead(),
                "double-random-hub/0.1",
                "",
                verifiers.list());
        FrozenDraw frozen = Draws.freeze(request, signers);
        ledger.recordFrozen(frozen, verifiers.bytes());
        calls.frozen(drawNo);
        if (!schemes.frozen(scheme.schemeNo(), drawNo)) {
            throw new IllegalStateException("方案 " + scheme.schemeNo() + " 已被另一进程冻结");
        }
        results.freeze(new DrawnResult(
                drawNo,
                scheme.schemeNo(),
                scheme.planNo(),
                subjects.size(),
                0,
                manifestSm3(drawNo),
                null,
                now,
                null,
                List.of()));
        facts.publishEvent(new DrawFrozen(drawNo, scheme.schemeNo(), scheme.planNo()));
    }

    /** @throws TryLater with the sentence that says what is waited for */
    private void draw(Scheme scheme) {
        String drawNo = scheme.drawNo();
        FrozenDraw frozen = ledger.frozen(drawNo);
        OffsetDateTime now = now();
        OffsetDateTime event = frozen.request().recipe().sources().stream()
                .map(SeedRecipe.Source::eventTime)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
        RevealedSeed revealed = ledger.revealed(drawNo, "", now);
        if (!now.isAfter(event)) {
            throw new TryLater(
                    "抽取 " + drawNo + " 等待公开随机数（" + event.toLocalTime().truncatedTo(ChronoUnit.SECONDS) + " 之后）");
        }
        if (revealed.observations().size() < frozen.request().recipe().sources().size()) {
            throw new TryLater(
                    "抽取 " + drawNo + " 等待录入公开随机数：" + revealed.observations().size() + "/"
                            + frozen.request().recipe().sources().size());
        }
        DrawOutcome outcome = Draws.hold(frozen, revealed, signers);
        ledger.recordOutcome(outcome);
        results.finish(
                drawNo,
                outcome.seed(),
                now,
                PickList.of(outcome, pools, frozen.request().frozenAt().toInstant()));
        schemes.drawn(scheme.schemeNo());
        facts.publishEvent(new DrawFinished(drawNo, scheme.schemeNo(), scheme.planNo()));
    }

    private List<SeedRecipe.Source> sources(OffsetDateTime event) {
        return settings.sources().stream()
                .map(text -> text.split(":", 3))
                .map(parts -> new SeedRecipe.Source(
                        parts[0], SeedRecipe.Kind.valueOf(parts[1]), parts.length > 2 ? parts[2] : "", event))
                .toList();
    }

    private String manifestSm3(String drawNo) {
        return ledger.find(drawNo)
                .map(DrawLedger.Entry::manifestSm3)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有抽取 " + drawNo));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
