package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.SeedRecipe;
import cn.zrzy.hub.kernel.TryLater;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** When a scheme whose draw was voided may be drawn again (重新抽取): never as a way round a result that somebody could know. */
@Component
class Redraws {

    private final Abandonments abandonments;
    private final DrawLedger ledger;

    Redraws(Abandonments abandonments, DrawLedger ledger) {
        this.abandonments = abandonments;
        this.ledger = ledger;
    }

    /**
     * A draw that was voided once its public event had happened must first show its trial result; before the event nobody
     * could know it, so the scheme goes on at once.
     *
     * @throws TryLater until the trial result is there
     */
    void requireTrial(Scheme scheme) {
        for (Abandonments.Case open : abandonments.awaitingShadow()) {
            if (open.schemeNo().equals(scheme.schemeNo()) && !open.approvedAt().isBefore(firstEvent(open.drawNo()))) {
                throw new TryLater(
                        "方案 " + scheme.schemeNo() + " 的抽取 " + open.drawNo() + " 在公开随机数产生之后作废：须先补录随机数、公布试算结果，才能重新抽取");
            }
        }
    }

    /** A voided draw's seed may be known, so its scheme is drawn again with a seed of its own. */
    String campaign(Scheme scheme) {
        return abandonments.ofScheme(scheme.schemeNo()) ? "" : scheme.terms().campaign();
    }

    private OffsetDateTime firstEvent(String drawNo) {
        return ledger.frozen(drawNo).request().recipe().sources().stream()
                .map(SeedRecipe.Source::eventTime)
                .min(OffsetDateTime::compareTo)
                .orElse(OffsetDateTime.MAX);
    }
}
