package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Documents;
import org.springframework.stereotype.Component;

/** 抽取作废 in the province's words; the second version of a void that came before the seed adds the trial result. */
@Component("provinceVoids")
class ProvinceVoids {

    private final Abandonments abandonments;
    private final DrawResults draws;

    ProvinceVoids(Abandonments abandonments, DrawResults draws) {
        this.abandonments = abandonments;
        this.draws = draws;
    }

    private record Document(
            String drawNo,
            String schemeCode,
            String planCode,
            String reason,
            String approver,
            String document,
            String voidedAt,
            boolean afterResult,
            Trial trial) {}

    /** @param seedDigest absent where the platform drew itself */
    private record Trial(String drawnAt, String seedDigest, int pickedCount) {}

    byte[] render(Debt debt) {
        Abandonments.Case abandoned = abandonments
                .find(debt.subject())
                .filter(Abandonments.Case::approved)
                .orElseThrow(() -> new Rejected("E-MISSING", "找不到抽取 " + debt.subject() + " 的作废"));
        return Documents.json(new Document(
                abandoned.drawNo(),
                abandoned.schemeNo(),
                abandoned.planNo(),
                abandoned.reason(),
                abandoned.approver(),
                abandoned.document(),
                Documents.time(abandoned.approvedAt()),
                abandoned.afterResult(),
                debt.version() == 1 ? null : trial(abandoned.drawNo())));
    }

    private Trial trial(String drawNo) {
        DrawnResult shadow =
                draws.find(drawNo).orElseThrow(() -> new Rejected("E-MISSING", "找不到抽取 " + drawNo + " 的试算结果"));
        String seed = shadow.seedDigest();
        return new Trial(Documents.time(shadow.drawnAt()), seed.isEmpty() ? null : seed, shadow.pickedCount());
    }
}
