package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One draw in full (抽取档案): what it waits for, its result as it stands, what was asked and approved after it. */
@Service("drawFile")
class DrawFile {

    private final DrawLedger ledger;
    private final DrawResults results;
    private final Abandonments abandonments;
    private final Corrections corrections;

    DrawFile(DrawLedger ledger, DrawResults results, Abandonments abandonments, Corrections corrections) {
        this.ledger = ledger;
        this.results = results;
        this.abandonments = abandonments;
        this.corrections = corrections;
    }

    /**
     * One draw as the office sees it.
     *
     * @param revealDeadline null when the province's platform draws
     * @param result as it is now; null before the draw
     * @param abandonment null while nobody asked for a void
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sheet(
            String drawNo,
            String schemeNo,
            String state,
            @Nullable OffsetDateTime revealDeadline,
            List<SeedRecipe.Source> sources,
            @Nullable DrawnResult result,
            Abandonments.@Nullable Case abandonment,
            List<Corrections.Case> corrections) {}

    @Transactional(readOnly = true)
    Sheet show(String drawNo) {
        DrawLedger.Entry entry = ledger.find(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有已冻结的抽取 " + drawNo, Place.field("drawNo")));
        SeedRecipe recipe = ledger.frozen(drawNo).request().recipe();
        return new Sheet(
                drawNo,
                entry.scheme(),
                entry.state(),
                recipe.revealDeadline(),
                recipe.sources(),
                results.current(drawNo)
                        .filter(result -> result.drawnAt() != null)
                        .orElse(null),
                abandonments.find(drawNo).orElse(null),
                corrections.ofDraw(drawNo));
    }
}
