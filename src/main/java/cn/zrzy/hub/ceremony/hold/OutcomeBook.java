package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.freeze.PoolBuilder;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import org.springframework.stereotype.Component;

/** Enters what a draw gave (抽取入账), whoever drew and whether it counts: evidence in the ledger, names for the pages. */
@Component
public class OutcomeBook {

    private final DrawLedger ledger;
    private final DrawResults results;
    private final PoolBuilder pools;

    OutcomeBook(DrawLedger ledger, DrawResults results, PoolBuilder pools) {
        this.ledger = ledger;
        this.results = results;
        this.pools = pools;
    }

    /** Joins the caller's transaction. */
    public void enter(FrozenDraw frozen, DrawOutcome outcome) {
        ledger.recordOutcome(outcome);
        results.finish(
                outcome.drawNo(),
                outcome.seed(),
                outcome.at(),
                PickList.of(outcome, pools, frozen.request().frozenAt().toInstant()));
    }
}
