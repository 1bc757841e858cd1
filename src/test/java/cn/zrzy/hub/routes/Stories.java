package cn.zrzy.hub.routes;

import cn.zrzy.hub.ceremony.DrawCorrected;
import cn.zrzy.hub.ceremony.DrawFinished;
import cn.zrzy.hub.ceremony.DrawFrozen;
import cn.zrzy.hub.ceremony.DrawOpened;
import cn.zrzy.hub.ceremony.DrawVoided;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.PlatformSheet;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.FindingRecorded;
import cn.zrzy.hub.inspection.Findings;
import cn.zrzy.hub.inspection.Task;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.Plan;
import cn.zrzy.hub.plan.PlanApproved;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Plans;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.SchemeApproved;
import cn.zrzy.hub.plan.Schemes;
import cn.zrzy.hub.registry.RegisteredParty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Writes plans, schemes, draws and findings straight into their rooms, each story with numbers of its own. */
final class Stories {

    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-06-10T10:00:00+08:00");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final String HEX = Digest.sm3("名单".getBytes(StandardCharsets.UTF_8));
    private static final List<Task.Checker> CHECKERS =
            List.of(new Task.Checker("张伟", "16110020001", true), new Task.Checker("李娜", "16110020002", false));
    private static final PlanItem ITEM = new PlanItem(
            1,
            "NRP-10",
            "矿业权人勘查开采信息抽查",
            "采矿权",
            List.of("MINING"),
            "重点",
            2000,
            "1次/年",
            "2026-03至2026-10",
            "矿业权科",
            List.of("市应急管理局"),
            "");

    private final AtomicInteger count = new AtomicInteger(10);
    private final Plans plans;
    private final Schemes schemes;
    private final DrawResults draws;
    private final Abandonments abandonments;
    private final Corrections corrections;
    private final Findings findings;
    private final ObjectMapper json;

    Stories(ApplicationContext context) {
        this.plans = context.getBean(Plans.class);
        this.schemes = context.getBean(Schemes.class);
        this.draws = context.getBean(DrawResults.class);
        this.abandonments = context.getBean(Abandonments.class);
        this.corrections = context.getBean(Corrections.class);
        this.findings = context.getBean(Findings.class);
        this.json = context.getBean(ObjectMapper.class);
    }

    PlanApproved plan() {
        String planNo = "XC-2026-P" + count.incrementAndGet();
        Plan plan = new Plan(
                planNo, 1, 2026, "2026年度双随机抽查计划", Plan.State.DRAFT, "王强", "赵局", THEN.minusMonths(5), List.of(ITEM));
        plans.add(plan, null);
        plans.approve(plan);
        return new PlanApproved(planNo, 1);
    }

    SchemeApproved scheme(PlanApproved plan) {
        String schemeNo = plan.planNo() + "-S01";
        Scheme scheme = new Scheme(
                schemeNo,
                1,
                plan.planNo(),
                "采矿权抽查工作方案",
                List.of(ITEM),
                DAY.minusDays(20),
                DAY.minusDays(9),
                DAY.plusDays(20),
                "不定向",
                2,
                DrawTerms.ordinary(),
                Scheme.State.DRAFT,
                "王强",
                "赵局",
                THEN.minusMonths(1),
                null);
        schemes.add(scheme, null);
        schemes.approve(scheme);
        return new SchemeApproved(schemeNo, plan.planNo(), 1);
    }

    DrawFrozen frozen(SchemeApproved scheme) {
        String drawNo = scheme.planNo() + "-D0001";
        draws.freeze(new DrawnResult(
                drawNo,
                scheme.schemeNo(),
                scheme.planNo(),
                120,
                0,
                HEX,
                null,
                THEN.minusDays(21),
                null,
                null,
                null,
                List.of()));
        return new DrawFrozen(drawNo, scheme.schemeNo(), scheme.planNo());
    }

    /** What the platform is told when it draws itself. */
    static PlatformSheet sheet(String drawNo) {
        return new PlatformSheet(
                drawNo,
                "XC-2026-P01-S01",
                "XC-2026-P01",
                "P",
                HEX,
                THEN,
                null,
                null,
                DAY,
                DAY.plusDays(20),
                List.of(new PlatformSheet.Share(
                        "NRP-10|A",
                        "NRP-10",
                        1,
                        List.of("矿产"),
                        List.of(new PlatformSheet.Member("KQ:C4110812020077130151234", "411081")))),
                List.of(new PlatformSheet.Team(
                        "检查组",
                        List.of(),
                        2,
                        List.of(
                                new PlatformSheet.Role("组长", "", true, List.of(), 1, 2),
                                new PlatformSheet.Role("组员", "", false, List.of(), 0, 1)))),
                List.of(new PlatformSheet.Person("16110020001", "矿管科", true, List.of("4110"), List.of("矿产"), 40)),
                List.of(new PlatformSheet.Pair("16110020001", "KQ:C4110812020077130151234")));
    }

    DrawFinished drawn(DrawFrozen frozen) {
        draws.finish(
                frozen.drawNo(),
                HEX,
                THEN.minusDays(20),
                List.of(new DrawnResult.Pick(
                        1,
                        "KQ:C4110812020077130151234",
                        "禹州神垕陶瓷土矿",
                        "NRP-10",
                        List.of(
                                new DrawnResult.Member("张伟", "16110020001", true),
                                new DrawnResult.Member("李娜", "16110020002", false)))));
        return new DrawFinished(frozen.drawNo(), frozen.schemeNo(), frozen.planNo());
    }

    /** Another inspector came for one who was recused late. */
    DrawCorrected corrected(DrawFinished drawn) {
        long request = corrections.ask(recusal(0, drawn, null, null, null, null));
        DrawnResult.Pick pick = draws.find(drawn.drawNo()).orElseThrow().picks().get(0);
        corrections.approve(
                recusal(request, drawn, "赵局", "许资规批〔2026〕10号", THEN.minusDays(19), 1),
                List.of(new DrawnResult.Pick(
                        pick.rank(),
                        pick.objectId(),
                        pick.objectName(),
                        pick.itemCodes(),
                        List.of(pick.inspectors().get(0), new DrawnResult.Member("王芳", "16110020003", false)))));
        return new DrawCorrected(drawn.drawNo(), 1, drawn.schemeNo(), drawn.planNo());
    }

    private static Corrections.Case recusal(
            long request, DrawFinished drawn, String approver, String document, OffsetDateTime at, Integer no) {
        return new Corrections.Case(
                request,
                drawn.drawNo(),
                "RECUSE",
                "KQ:C4110812020077130151234",
                "16110020002",
                "RECUSED",
                "近亲属在该单位任职",
                HEX,
                "王强",
                THEN.minusDays(19),
                approver,
                document,
                at,
                no);
    }

    /** Voided after its result, by another person than asked for it. */
    DrawVoided voided(DrawFinished drawn) {
        abandonments.ask(new Abandonments.Case(
                drawn.drawNo(),
                drawn.schemeNo(),
                drawn.planNo(),
                "名录漏报一批采矿权，须补报后重新抽取",
                "许资规批〔2026〕9号",
                HEX,
                "王强",
                THEN.minusDays(19),
                null,
                null,
                null));
        abandonments.approve(drawn.drawNo(), "赵局", THEN.minusDays(18), true);
        return new DrawVoided(drawn.drawNo(), drawn.schemeNo(), drawn.planNo());
    }

    /** A finding that concerns every agency: further handling, a suspected crime and a penalty. */
    FindingRecorded finding(String planNo) {
        return record(grave(planNo + "-D0001-T001-F1", planNo));
    }

    /** The same with these fields instead. */
    FindingRecorded finding(String planNo, Map<String, ?> changes) {
        ObjectNode other = json.valueToTree(grave(planNo + "-D0001-T001-F1", planNo));
        other.setAll(json.<ObjectNode>valueToTree(changes));
        return record(json.convertValue(other, Finding.class));
    }

    private Finding grave(String findingNo, String planNo) {
        RegisteredParty mine =
                new RegisteredParty("KQ:C4110812020077130151234", "禹州某矿业有限公司", "91411081MA9KRX818F", "禹州市神垕镇", DAY);
        return new Finding(
                findingNo,
                1,
                planNo + "-D0001-T001",
                planNo + "-D0001",
                planNo,
                planNo + "-S01",
                "KQ:C4110812020077130151234",
                "禹州神垕陶瓷土矿",
                mine,
                "NRP-10",
                List.of("R08", "R06"),
                "越界开采约三百平方米，拒不提供资料",
                "《矿产资源法》第四十条",
                "责令停止越界开采",
                DAY,
                CHECKERS,
                "实地检查、书面检查",
                List.of(new Finding.Evidence("1", "挖掘机", "=CAT,320", "1", "", "矿区")),
                "李娜",
                "赵强",
                THEN,
                "",
                new Finding.Crime("涉嫌非法采矿罪", "调查报告：越界开采。", null, "赵局", THEN.minusHours(2)),
                new Finding.Penalty(
                        "许自然资罚字〔2026〕" + count.incrementAndGet() + "号",
                        "法人及非法人组织",
                        mine,
                        "",
                        "越界开采",
                        "《矿产资源法》第四十条",
                        "罚款",
                        "罚款人民币2.5万元",
                        new BigDecimal("2.5"),
                        null,
                        DAY,
                        DAY.plusYears(1),
                        DAY.plusYears(1)));
    }

    /** The next version of a finding, with these fields instead of what stood there. */
    FindingRecorded corrected(FindingRecorded fact, Map<String, ?> changes) {
        return record(changed(findings.find(fact.findingNo(), fact.version()).orElseThrow(), changes));
    }

    private Finding changed(Finding before, Map<String, ?> changes) {
        ObjectNode next = json.valueToTree(before);
        next.put("version", before.version() + 1);
        next.setAll(json.<ObjectNode>valueToTree(changes));
        return json.convertValue(next, Finding.class);
    }

    private FindingRecorded record(Finding finding) {
        findings.add(finding, null);
        return new FindingRecorded(finding.findingNo(), finding.schemeNo(), finding.planNo(), finding.version());
    }

    /** The fact that makes the route owe something, with everything that it rests on. */
    Fact of(String route) {
        PlanApproved plan = plan();
        if (route.contains("-plan-")) {
            return plan;
        }
        SchemeApproved scheme = scheme(plan);
        if (route.contains("-scheme-")) {
            return scheme;
        }
        DrawFrozen frozen = frozen(scheme);
        if (route.contains("-pool-") || route.contains("-manifest-")) {
            return frozen;
        }
        DrawFinished drawn = drawn(frozen);
        if (route.contains("-opened-")) {
            return new DrawOpened(drawn.drawNo(), drawn.schemeNo(), drawn.planNo());
        }
        if (route.contains("-correction-")) {
            return corrected(drawn);
        }
        if (route.contains("-void-")) {
            return voided(drawn);
        }
        return route.contains("-draw-") || route.startsWith("stamp-result") ? drawn : finding(plan.planNo());
    }
}
