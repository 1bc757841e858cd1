package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.Undrawn;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When an item of a plan may be drawn (again) at all (一号一果): never as a way round a result that somebody could know. */
@Component
class Redraws {

    private final Abandonments abandonments;
    private final Undrawn undrawn;
    private final DrawResults results;
    private final Schemes schemes;
    private final DrawLedger ledger;
    private final Clock clock;

    Redraws(
            Abandonments abandonments,
            Undrawn undrawn,
            DrawResults results,
            Schemes schemes,
            DrawLedger ledger,
            Clock clock) {
        this.abandonments = abandonments;
        this.undrawn = undrawn;
        this.results = results;
        this.schemes = schemes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * No draw of this plan may stand open, for any item of the scheme, from the moment its result could be known: neither
     * one that was voided after that moment nor one whose public event is simply never entered.
     *
     * @throws Rejected E-DRAW-OPEN naming that draw and what is to be done
     * @throws TryLater when everything is there and it only has to be held
     */
    void requireResults(Scheme scheme) {
        results.ofPlan(scheme.planNo()).stream()
                .filter(draw -> draw.drawnAt() == null && overlaps(scheme, draw.schemeNo()))
                .filter(draw -> couldBeKnown(draw) && !undrawn.certified(draw.drawNo()))
                .findFirst()
                .ifPresent(draw -> {
                    if (complete(draw.drawNo())) {
                        throw new TryLater("方案 " + scheme.schemeNo() + " 等待同一计划事项的抽取 " + draw.drawNo() + " 得出结果");
                    }
                    throw new Rejected(
                            "E-DRAW-OPEN",
                            "同一计划事项的抽取 " + draw.drawNo() + "（方案 " + draw.schemeNo() + "）可能已有人知道结果而没有公布，不能另行编号："
                                    + remedy(draw));
                });
    }

    /** A voided draw's seed may be known, so its scheme is drawn again with a seed of its own. */
    String campaign(Scheme scheme) {
        return abandonments.ofScheme(scheme.schemeNo()) ? "" : scheme.terms().campaign();
    }

    private boolean overlaps(Scheme scheme, String other) {
        return schemes.find(other).orElseThrow().items().stream()
                .anyMatch(item ->
                        scheme.items().stream().anyMatch(own -> own.itemCode().equals(item.itemCode())));
    }

    private boolean couldBeKnown(DrawnResult draw) {
        Optional<Abandonments.Case> voided = voided(draw.drawNo());
        OffsetDateTime end = voided.map(Abandonments.Case::approvedAt).orElseGet(() -> Beijing.second(clock));
        return !end.isBefore(knownFrom(draw));
    }

    /** The first public event; what the platform draws can be seen there as soon as it has the pool. */
    private OffsetDateTime knownFrom(DrawnResult draw) {
        return ledger.frozen(draw.drawNo()).request().recipe().sources().stream()
                .map(SeedRecipe.Source::eventTime)
                .min(OffsetDateTime::compareTo)
                .orElse(draw.frozenAt());
    }

    private boolean complete(String drawNo) {
        SeedRecipe recipe = ledger.frozen(drawNo).request().recipe();
        return !recipe.sources().isEmpty()
                && SeedWindow.missing(recipe, ledger.revealed(drawNo, "", Beijing.second(clock)))
                        .isEmpty();
    }

    private String remedy(DrawnResult draw) {
        boolean gone = voided(draw.drawNo()).isPresent();
        if (ledger.frozen(draw.drawNo()).request().recipe().sources().isEmpty()) {
            return gone ? "须等省平台给出该次结果，或由省平台书面证明没有抽取" : "须等省平台给出该次结果";
        }
        return gone ? "须补录公开随机数、公布试算结果；公开事件没有发生的，由主办方书面证明" : "须录入公开随机数完成抽取；已过录入期限的，先作废，再补录并公布试算结果";
    }

    private Optional<Abandonments.Case> voided(String drawNo) {
        return abandonments.find(drawNo).filter(Abandonments.Case::approved);
    }
}
