package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.record.ProbabilitySheets;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.ceremony.terms.Tally;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Rehearsal;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a scheme with dummy seeds before its pool is frozen (预演), and makes the probability sheet of what is frozen (概率表). */
@Service("rehearsalDesk")
class RehearsalDesk {

    private final Schemes schemes;
    private final PoolBuilder pools;
    private final RulesBuilder rules;
    private final DrawLedger ledger;
    private final ProbabilitySheets sheets;
    private final DrawSettings settings;
    private final SigningRing keys;
    private final Clock clock;

    RehearsalDesk(
            Schemes schemes,
            PoolBuilder pools,
            RulesBuilder rules,
            DrawLedger ledger,
            ProbabilitySheets sheets,
            DrawSettings settings,
            SigningRing keys,
            Clock clock) {
        this.schemes = schemes;
        this.pools = pools;
        this.rules = rules;
        this.ledger = ledger;
        this.sheets = sheets;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Rejected as the freeze itself would refuse; nothing is stored either way */
    @Transactional(readOnly = true)
    Rehearsal before(String schemeNo) {
        Scheme scheme = schemes.find(schemeNo)
                .orElseThrow(
                        () -> new Rejected("E-SCHEME-UNKNOWN", "没有编号为 " + schemeNo + " 的方案", Place.field("schemeNo")));
        OffsetDateTime now = Beijing.second(clock);
        List<PoolSubject> subjects = pools.subjects(scheme);
        DrawRequest request = new DrawRequest(
                "%s-%d-9999".formatted(settings.prefix(), LocalDate.now(clock).getYear()),
                "",
                schemeNo,
                DrawMode.LOCAL,
                false,
                subjects,
                pools.inspectors(scheme),
                pools.recusals(subjects, scheme.windowTo()),
                rules.rules(scheme),
                nobodysRecipe(now),
                Disclosure.open(),
                now,
                DrawRequest.NO_LOG,
                "rehearsal",
                "",
                List.of());
        return Draws.rehearse(Draws.freeze(request, keys), settings.dummyDraws());
    }

    /** Makes the sheet of every frozen draw that has none; each stands by itself. */
    Outcome makeSheets(Shift shift) {
        Tally tally = new Tally();
        for (Scheme scheme : schemes.inState(Scheme.State.FROZEN)) {
            boolean wanted = scheme.terms().drawMode().provable()
                    && sheets.find(scheme.drawNo()).isEmpty();
            if (wanted) {
                shift.require();
                tally.attempt(
                        "抽取 " + scheme.drawNo(),
                        () -> sheets.add(
                                scheme.drawNo(),
                                Draws.rehearse(ledger.frozen(scheme.drawNo()), settings.sheetDraws())));
            }
        }
        return tally.outcome("做成概率表 %d 份", "没有待做概率表的抽取");
    }

    Rehearsal sheet(String drawNo) {
        return sheets.find(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "抽取 " + drawNo + " 没有概率表", Place.field("drawNo")));
    }

    /** A rehearsal has no parties; the rules ask for some all the same. */
    private SeedRecipe nobodysRecipe(OffsetDateTime now) {
        OffsetDateTime deadline = now.plusMinutes(1);
        return new SeedRecipe(
                List.of(
                        new SeedRecipe.Party("1", "0".repeat(64)),
                        new SeedRecipe.Party("2", "0".repeat(64)),
                        new SeedRecipe.Party("3", "0".repeat(64))),
                deadline,
                List.of(new SeedRecipe.Source("rehearsal", SeedRecipe.Kind.DICE, "20", deadline.plusMinutes(1))),
                640);
    }
}
