package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.plan.Plan;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Plans;
import java.util.List;
import org.springframework.stereotype.Component;

/** 年度抽查计划 in the province's words. */
@Component("provincePlans")
class ProvincePlans {

    private final Plans plans;

    ProvincePlans(Plans plans) {
        this.plans = plans;
    }

    private record Document(
            String planCode, int planYear, String planName, int version, String approvedAt, List<Item> items) {}

    private record Item(
            int seq,
            String itemCode,
            String itemName,
            String objectType,
            String itemClass,
            int ratioBp,
            String frequency,
            String period,
            String leadDept,
            List<String> partnerDepts) {}

    byte[] render(Debt debt) {
        Plan plan = plans.find(debt.subject(), debt.version())
                .orElseThrow(() -> new Rejected("E-MISSING", "找不到计划 " + debt.key()));
        return Documents.json(new Document(
                plan.planNo(),
                plan.year(),
                plan.name(),
                plan.version(),
                Documents.time(plan.approvedAt()),
                plan.items().stream().map(ProvincePlans::item).toList()));
    }

    /** The province wants every cell filled; what our plan leaves open is said in words. */
    private static Item item(PlanItem item) {
        return new Item(
                item.seq(),
                item.itemCode(),
                item.itemName(),
                item.objectType(),
                item.itemClass(),
                item.ratioBp(),
                orElse(item.frequency(), "按年度计划"),
                orElse(item.period(), "全年"),
                orElse(item.leadDept(), "市局"),
                item.partnerDepts());
    }

    private static String orElse(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
