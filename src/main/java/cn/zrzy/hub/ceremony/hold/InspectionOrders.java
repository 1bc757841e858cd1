package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a draw, its corrections and its void tell the inspection room (任务下达单), as the JSON that it takes. */
@Service("inspectionOrders")
@Transactional(readOnly = true)
class InspectionOrders {

    private final DrawResults results;
    private final Schemes schemes;
    private final Abandonments abandonments;
    private final Corrections corrections;
    private final PlatformChecks checks;
    private final DrawLedger ledger;
    private final ObjectMapper mapper;

    InspectionOrders(
            DrawResults results,
            Schemes schemes,
            Abandonments abandonments,
            Corrections corrections,
            PlatformChecks checks,
            DrawLedger ledger,
            ObjectMapper mapper) {
        this.results = results;
        this.schemes = schemes;
        this.abandonments = abandonments;
        this.corrections = corrections;
        this.checks = checks;
        this.ledger = ledger;
        this.mapper = mapper;
    }

    String order(String drawNo) throws JsonProcessingException {
        DrawnResult result = find(drawNo);
        return mapper.writeValueAsString(document(result, result.picks()));
    }

    String amendment(String drawNo, int no) throws JsonProcessingException {
        String note = corrections.ofDraw(drawNo).stream()
                .filter(correction -> correction.approved() && correction.no() == no)
                .map(correction ->
                        "抽取 " + drawNo + " 第" + no + "号更正，" + correction.document() + "：" + correction.reason())
                .findFirst()
                .orElseThrow();
        return mapper.writeValueAsString(Map.of(
                "order", document(find(drawNo), corrections.picks(drawNo, no).orElseThrow()), "note", note));
    }

    String cancellation(String drawNo) throws JsonProcessingException {
        Abandonments.Case abandoned = abandonments.find(drawNo).orElseThrow();
        return mapper.writeValueAsString(
                Map.of("drawNo", drawNo, "reason", "抽取作废，" + abandoned.document() + "：" + abandoned.reason()));
    }

    /** Without visits that the law still forbids (mode P), and without those for which no team was left (留待候补). */
    private Map<String, Object> document(DrawnResult result, List<DrawnResult.Pick> picks) {
        Scheme scheme = schemes.find(result.schemeNo()).orElseThrow();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("drawNo", result.drawNo());
        order.put("schemeNo", result.schemeNo());
        order.put("planNo", result.planNo());
        order.put("windowFrom", scheme.windowFrom());
        order.put("windowTo", scheme.windowTo());
        Set<String> withheld = withheld(result.drawNo());
        order.put(
                "lines",
                picks.stream()
                        .filter(pick -> !withheld.contains(pick.objectId())
                                && !pick.inspectors().isEmpty())
                        .map(InspectionOrders::line)
                        .toList());
        return order;
    }

    private Set<String> withheld(String drawNo) {
        return checks.find(drawNo).isEmpty()
                ? Set.of()
                : Draws.forbiddenVisits(
                                ledger.frozen(drawNo), ledger.current(drawNo).orElseThrow())
                        .keySet();
    }

    private static Map<String, Object> line(DrawnResult.Pick pick) {
        return Map.of(
                "rank", pick.rank(),
                "objectId", pick.objectId(),
                "objectName", pick.objectName(),
                "itemCodes", Arrays.asList(pick.itemCodes().split(";")),
                "inspectors", pick.inspectors());
    }

    private DrawnResult find(String drawNo) {
        return results.find(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有编号为 " + drawNo + " 的抽取", Place.field("drawNo")));
    }
}
