package cn.zrzy.hub.ceremony.seed;

import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Draws that share one seed (同一批次, 进一次门查多项事). Their pools must all be frozen before anyone can know a part of that
 * seed, or the later one could be shaped to it; so a later draw takes over the first one's deadlines and events.
 */
@Component
public class Campaign {

    private final DrawResults results;
    private final DrawLedger ledger;

    Campaign(DrawResults results, DrawLedger ledger) {
        this.results = results;
        this.ledger = ledger;
    }

    /**
     * @param own the recipe that the draw would have by itself
     * @throws Rejected E-DRAW-CAMPAIGN once a part of the shared seed may be known
     */
    public SeedRecipe recipe(String campaign, SeedRecipe own, OffsetDateTime now) {
        List<String> earlier = campaign.isEmpty() ? List.of() : results.drawNosOf(campaign);
        if (earlier.isEmpty()) {
            return own;
        }
        SeedRecipe first = ledger.frozen(earlier.get(0)).request().recipe();
        boolean unknown = now.isBefore(first.revealDeadline())
                && earlier.stream()
                        .allMatch(drawNo ->
                                ledger.revealed(drawNo, "", now).reveals().isEmpty());
        Rejected.unless(unknown, "E-DRAW-CAMPAIGN", "批次 " + campaign + " 已开始揭示随机值，名单不能再加入，请另立批次", "campaign");
        return new SeedRecipe(
                own.parties(),
                first.revealDeadline(),
                first.sources(),
                Math.max(own.demandDecibits(), first.demandDecibits()));
    }

    /** The draw and those that share its seed and are not held yet: what is seen for one is seen for all. */
    List<String> with(String drawNo) {
        String campaign = ledger.frozen(drawNo).request().campaign();
        return campaign.isEmpty()
                ? List.of(drawNo)
                : results.drawNosOf(campaign).stream()
                        .filter(no -> no.equals(drawNo) || ledger.outcome(no).isEmpty())
                        .toList();
    }
}
