package cn.zrzy.hub.plan;

import cn.zrzy.hub.catalog.Catalog;
import cn.zrzy.hub.catalog.InspectionItem;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.Approval;
import cn.zrzy.hub.plan.approval.FourEyes;
import cn.zrzy.hub.plan.approval.Signatory;
import cn.zrzy.hub.registry.SubjectKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes, checks and approves annual plans (计划受理与审批). */
@Service("planBook")
@EnableConfigurationProperties(RatioSchemes.class)
class PlanBook {

    private final Plans plans;
    private final Catalog catalog;
    private final RatioSchemes ratioSchemes;
    private final FourEyes eyes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PlanBook(
            Plans plans,
            Catalog catalog,
            RatioSchemes ratioSchemes,
            FourEyes eyes,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.plans = plans;
        this.catalog = catalog;
        this.ratioSchemes = ratioSchemes;
        this.eyes = eyes;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param requestNo the caller's Idempotency-Key, or null
     * @return plan number and version
     * @throws Rejected E-PLAN-… naming the line and field; nothing is stored then
     */
    @Transactional
    PlanStanding submit(PlanDraft draft, Acting by, String requestNo) {
        String author = Signatory.of(by);
        Optional<Plan> before = plans.ofRequest(requestNo);
        if (before.isPresent()) {
            return PlanStanding.already(before.get());
        }
        Rejected.unless(draft.year() >= 2020 && draft.year() <= 2100, "E-PLAN-YEAR", "年度不合理：" + draft.year(), "year");
        Rejected.unless(draft.name() != null && !draft.name().isBlank(), "E-PLAN-NAME", "计划名称不能为空", "name");
        Rejected.unless(draft.items() != null && !draft.items().isEmpty(), "E-PLAN-EMPTY", "计划至少要有一个抽查事项", "items");
        String planNo = draft.planNo() == null ? plans.nextNo(draft.year()) : draft.planNo();
        int version = plans.newest(planNo).map(plan -> plan.version() + 1).orElse(1);
        Rejected.unless(
                draft.planNo() == null || version > 1, "E-PLAN-UNKNOWN", "没有编号为 " + planNo + " 的计划可以调整", "planNo");
        plans.add(
                new Plan(
                        planNo,
                        version,
                        draft.year(),
                        draft.name().strip(),
                        Plan.State.DRAFT,
                        author,
                        null,
                        null,
                        lines(draft)),
                requestNo);
        eyes.asked(FourEyes.Paper.PLAN, planNo + "@" + version, by);
        return new PlanStanding(planNo, version, Plan.State.DRAFT, false);
    }

    /** @throws Rejected E-PLAN-SELF when the author approves it himself */
    @Transactional
    PlanStanding approve(String planNo, Approval approval, Acting by) {
        Signatory.deciding(by);
        Plan plan = plans.newest(planNo)
                .orElseThrow(() -> new Rejected("E-PLAN-UNKNOWN", "没有编号为 " + planNo + " 的计划", Place.field("planNo")));
        Rejected.unless(
                approval.document() != null && !approval.document().isBlank(),
                "E-PLAN-DOCUMENT",
                "须写明审批文号",
                "document");
        if (plan.state() == Plan.State.APPROVED) {
            return PlanStanding.already(plan);
        }
        String approver =
                eyes.decides(FourEyes.Paper.PLAN, plan.key(), plan.author(), by, "E-PLAN-SELF", "编制人不得审批自己编制的计划");
        plans.approve(new Plan(
                planNo,
                plan.version(),
                plan.year(),
                plan.name(),
                Plan.State.APPROVED,
                plan.author(),
                approver,
                OffsetDateTime.now(clock),
                plan.items()));
        facts.publishEvent(new PlanApproved(planNo, plan.version()));
        return new PlanStanding(planNo, plan.version(), Plan.State.APPROVED, false);
    }

    /** Called by the route that has the portal's receipt; a draw needs its plan to be public first (notice §二(二)). */
    @Transactional
    void published(String key) {
        int at = key.lastIndexOf('@');
        plans.published(key.substring(0, at), Integer.parseInt(key.substring(at + 1)));
    }

    private List<PlanItem> lines(PlanDraft draft) {
        List<PlanItem> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PlanDraft.Line line : draft.items()) {
            int seq = lines.size() + 1;
            String field = "items[" + seq + "]";
            InspectionItem item = catalog.find(line.itemCode(), LocalDate.of(draft.year(), 12, 31))
                    .orElseThrow(() -> new Rejected(
                            "E-PLAN-ITEM",
                            "第" + seq + "行事项 " + line.itemCode() + " 不在现行随机抽查事项清单内，未公布的事项不得检查（国办发〔2024〕54号）",
                            Place.field(field + ".itemCode")));
            Rejected.unless(seen.add(item.code()), "E-PLAN-TWICE", "第" + seq + "行事项 " + item.code() + " 重复", field);
            int ratio = line.ratioBp() == null ? item.ratio().orElse(-1) : line.ratioBp();
            Rejected.unless(
                    line.ratioBp() != null || item.ratio().isPresent(),
                    "E-PLAN-RATIO",
                    "第" + seq + "行须写明抽查比例（清单未定比例）",
                    field + ".ratioBp");
            Rejected.unless(
                    ratio > 0 && ratio <= 10_000,
                    "E-PLAN-RATIO",
                    "第" + seq + "行抽查比例须在 0.01% 至 100% 之间",
                    field + ".ratioBp");
            String scheme = ratioScheme(line.ratioScheme(), item.key() ? 10_000 : ratio, seq);
            lines.add(new PlanItem(
                    seq,
                    item.code(),
                    item.name(),
                    words(item.targets()),
                    List.copyOf(item.targets()),
                    item.key() ? "重点" : "一般",
                    ratio,
                    line.frequency() == null ? item.frequency() : line.frequency(),
                    line.period() == null ? "" : line.period(),
                    line.leadDept() == null ? "" : line.leadDept(),
                    line.partnerDepts() == null ? List.of() : List.copyOf(line.partnerDepts()),
                    scheme));
        }
        return lines;
    }

    /** A scheme that the settings know, none of its classes above the ceiling of a 一般 item. */
    private String ratioScheme(String id, int ceiling, int seq) {
        if (id == null || id.isBlank()) {
            return "";
        }
        String field = "items[" + seq + "].ratioScheme";
        RatioScheme known = ratioSchemes
                .find(id)
                .orElseThrow(() ->
                        new Rejected("E-PLAN-RATIO", "第" + seq + "行的比例方案 " + id + " 未在设置中列明", Place.field(field)));
        Rejected.unless(
                known.classes().stream().allMatch(row -> row.basisPoints() <= ceiling),
                "E-PLAN-RATIO",
                "第" + seq + "行是一般检查事项，比例方案 " + id + " 有等级超过本行所定上限",
                field);
        return id;
    }

    /** 测绘资质单位（乙级）、建设项目 */
    private static String words(List<String> targets) {
        return targets.stream()
                .map(target -> target.split("/", 2))
                .map(parts -> SubjectKind.valueOf(parts[0]).label() + (parts.length > 1 ? "（" + parts[1] + "）" : ""))
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
