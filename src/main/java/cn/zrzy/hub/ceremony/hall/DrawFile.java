package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Transactional(readOnly = true)
    Map<String, Object> show(String drawNo) {
        DrawLedger.Entry entry = ledger.find(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有已冻结的抽取 " + drawNo, Place.field("drawNo")));
        SeedRecipe recipe = ledger.frozen(drawNo).request().recipe();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("drawNo", drawNo);
        file.put("schemeNo", entry.scheme());
        file.put("state", entry.state());
        file.put("revealDeadline", recipe.revealDeadline());
        file.put("sources", recipe.sources());
        results.current(drawNo)
                .filter(result -> result.drawnAt() != null)
                .ifPresent(result -> file.put("result", result));
        abandonments.find(drawNo).ifPresent(abandoned -> file.put("abandonment", abandoned));
        file.put("corrections", corrections.ofDraw(drawNo));
        return file;
    }
}
