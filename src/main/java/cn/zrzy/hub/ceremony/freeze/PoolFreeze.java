package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.DrawFrozen;
import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.seed.Campaign;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawCode;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the pool of one scheme once its parties have committed (冻结名单). */
@Component
public class PoolFreeze {

    private final Schemes schemes;
    private final DrawCalls calls;
    private final DrawResults results;
    private final PoolBuilder pools;
    private final SeedRecipes recipes;
    private final RulesBuilder rules;
    private final DrawLedger ledger;
    private final SecretDesk secrets;
    private final Campaign campaign;
    private final Redraws redraws;
    private final Verifiers verifiers;
    private final DrawSettings settings;
    private final DrawCode code;
    private final SigningRing keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PoolFreeze(
            Schemes schemes,
            DrawCalls calls,
            DrawResults results,
            PoolBuilder pools,
            SeedRecipes recipes,
            RulesBuilder rules,
            DrawLedger ledger,
            SecretDesk secrets,
            Campaign campaign,
            Redraws redraws,
            Verifiers verifiers,
            DrawSettings settings,
            DrawCode code,
            SigningRing keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schemes = schemes;
        this.calls = calls;
        this.results = results;
        this.pools = pools;
        this.recipes = recipes;
        this.rules = rules;
        this.ledger = ledger;
        this.secrets = secrets;
        this.campaign = campaign;
        this.redraws = redraws;
        this.verifiers = verifiers;
        this.settings = settings;
        this.code = code;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param rehearsals dummy seeds to try on the very pool that is frozen (试抽)
     * @throws TryLater until every party has committed
     * @throws Rejected E-DRAW-INFEASIBLE when one of them leaves somebody without a team; nothing is frozen then
     */
    @Transactional
    public void freeze(Scheme scheme, String drawNo, int rehearsals) {
        redraws.requireResults(scheme); // the number may have been called before the other draw's event
        List<SeedRecipe.Party> parties = calls.parties(drawNo);
        int wanted = recipes.partiesWanted(scheme);
        if (parties.size() < wanted) {
            throw new TryLater("抽取 " + drawNo + " 等待各方承诺：" + parties.size() + "/" + wanted);
        }
        Disclosure disclosure = secrets.disclosure(scheme, drawNo);
        List<PoolSubject> subjects = pools.subjects(scheme);
        List<PoolInspector> inspectors = pools.inspectors(scheme);
        List<Recusal> recusals = pools.recusals(subjects, scheme.windowTo());
        DrawRules drawRules = rules.rules(scheme);
        String shared = redraws.campaign(scheme);
        BiFunction<OffsetDateTime, Duration, FrozenDraw> freeze = (at, trial) -> Draws.freeze(
                new DrawRequest(
                        drawNo,
                        shared,
                        scheme.schemeNo(),
                        scheme.terms().drawMode(),
                        scheme.terms().annual(),
                        subjects,
                        inspectors,
                        recusals,
                        drawRules,
                        campaign.recipe(shared, recipes.of(scheme, parties, at, trial), at),
                        disclosure,
                        at,
                        ledger.logHead(),
                        code.software(),
                        settings.stampAuthority(),
                        verifiers.list()),
                keys);
        long started = System.nanoTime(); // not the clock, which tests and operators may set
        if (scheme.terms().drawMode().provable()) {
            requireTeams(freeze.apply(Beijing.second(clock), Duration.ZERO), rehearsals);
        }
        Duration trial = Duration.ofNanos(System.nanoTime() - started).truncatedTo(ChronoUnit.SECONDS);
        // Trying takes seconds, and the parties' time to reveal runs from the freeze.
        OffsetDateTime now = Beijing.second(clock);
        FrozenDraw frozen = freeze.apply(now, trial);
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
                disclosure.openAt(),
                null,
                List.of()));
        facts.publishEvent(new DrawFrozen(drawNo, scheme.schemeNo(), scheme.planNo()));
    }

    /** Before the seed a shortage can be mended; afterwards it can only be published. */
    private static void requireTeams(FrozenDraw frozen, int rehearsals) {
        List<String> shortfalls = Draws.shortfalls(frozen, rehearsals);
        Rejected.unless(
                shortfalls.isEmpty(),
                "E-DRAW-INFEASIBLE",
                "用 %d 个虚拟种子试抽，%d 个配不齐检查组：%s。增派持证人员、核对回避与执法区域，或缩小批次之后再冻结"
                        .formatted(
                                rehearsals,
                                shortfalls.size(),
                                shortfalls.stream().findFirst().orElse("")),
                "inspectors");
    }

    private String manifestSm3(String drawNo) {
        return ledger.find(drawNo)
                .map(DrawLedger.Entry::manifestSm3)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有抽取 " + drawNo));
    }
}
