package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.util.List;
import org.springframework.stereotype.Component;

/** 抽查工作方案 in the province's words. */
@Component("provinceSchemes")
class ProvinceSchemes {

    /** 2 年度计划内任务; the hub draws for nothing else. */
    private static final String OF_THE_PLAN = "2";

    private final Schemes schemes;

    /** 不定向: our draws take the whole eligible pool of their items, without further conditions. */
    private static final String UNDIRECTED = "不定向";

    ProvinceSchemes(Schemes schemes) {
        this.schemes = schemes;
    }

    private record Document(
            String schemeCode,
            String planCode,
            int version,
            String name,
            List<String> items,
            String windowFrom,
            String windowTo,
            String method,
            String taskResource) {}

    byte[] render(Debt debt) {
        Scheme scheme = schemes.find(debt.subject(), debt.version())
                .orElseThrow(() -> new Rejected("E-MISSING", "找不到工作方案 " + debt.key()));
        return Documents.json(new Document(
                scheme.schemeNo(),
                scheme.planNo(),
                scheme.version(),
                scheme.name(),
                scheme.items().stream().map(PlanItem::itemCode).toList(),
                scheme.windowFrom().toString(),
                scheme.windowTo().toString(),
                UNDIRECTED,
                OF_THE_PLAN));
    }
}
