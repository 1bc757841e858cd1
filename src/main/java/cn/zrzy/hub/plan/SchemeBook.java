package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.Approval;
import cn.zrzy.hub.plan.approval.FourEyes;
import cn.zrzy.hub.plan.approval.Signatory;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes, checks and approves the scheme of each draw (方案受理与审批). */
@Service("schemeBook")
class SchemeBook {

    private final Plans plans;
    private final Schemes schemes;
    private final SchemeDraw draw;
    private final FourEyes eyes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SchemeBook(
            Plans plans,
            Schemes schemes,
            SchemeDraw draw,
            FourEyes eyes,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.plans = plans;
        this.schemes = schemes;
        this.draw = draw;
        this.eyes = eyes;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws Rejected E-SCHEME-… naming the field; nothing is stored then */
    @Transactional
    SchemeStanding submit(SchemeDraft draft, Acting by, String requestNo) {
        String author = Signatory.of(by);
        Optional<Scheme> before = schemes.ofRequest(requestNo);
        if (before.isPresent()) {
            return SchemeStanding.already(before.get());
        }
        Rejected.unless(draft.planNo() != null, "E-SCHEME-PLAN", "须写明所依据的年度计划", "planNo");
        Plan plan = plans.inForce(draft.planNo())
                .orElseThrow(() ->
                        new Rejected("E-SCHEME-PLAN", "计划 " + draft.planNo() + " 不存在或尚未批准", Place.field("planNo")));
        Rejected.unless(draft.name() != null && !draft.name().isBlank(), "E-SCHEME-NAME", "方案名称不能为空", "name");
        Rejected.unless(draft.drawOn() != null, "E-SCHEME-DATE", "须写明抽取日期", "drawOn");
        Rejected.unless(
                draft.windowFrom() != null && draft.windowTo() != null, "E-SCHEME-DATE", "须写明实施起止日期", "windowFrom");
        Rejected.unless(!draft.windowFrom().isBefore(draft.drawOn()), "E-SCHEME-DATE", "实施开始日期不得早于抽取日期", "windowFrom");
        Rejected.unless(!draft.windowTo().isBefore(draft.windowFrom()), "E-SCHEME-DATE", "实施结束日期早于开始日期", "windowTo");
        int teamSize = draft.teamSize() == null ? 2 : draft.teamSize();
        Rejected.unless(teamSize >= 2, "E-SCHEME-TEAM", "执法检查人员不得少于两人（行政处罚法第四十二条）", "teamSize");
        DrawTerms terms = draft.draw() == null ? DrawTerms.ordinary() : draft.draw();
        terms.check(draft.windowTo());
        draw.check(terms, draft.drawOn(), draft.windowTo(), Beijing.second(clock));
        String schemeNo = schemes.nextNo(plan.planNo());
        schemes.add(
                new Scheme(
                        schemeNo,
                        1,
                        plan.planNo(),
                        draft.name().strip(),
                        items(plan, draft.itemSeqs()),
                        draft.drawOn(),
                        draft.windowFrom(),
                        draft.windowTo(),
                        draft.method() == null ? "实地核查" : draft.method(),
                        teamSize,
                        terms,
                        Scheme.State.DRAFT,
                        author,
                        null,
                        null,
                        null),
                requestNo);
        eyes.asked(FourEyes.Paper.SCHEME, schemeNo, by);
        return new SchemeStanding(schemeNo, 1, Scheme.State.DRAFT, false);
    }

    /** @throws Rejected E-SCHEME-SELF when the author approves it himself */
    @Transactional
    SchemeStanding approve(String schemeNo, Approval approval, Acting by) {
        Signatory.deciding(by);
        Scheme scheme = schemes.find(schemeNo)
                .orElseThrow(
                        () -> new Rejected("E-SCHEME-UNKNOWN", "没有编号为 " + schemeNo + " 的方案", Place.field("schemeNo")));
        Rejected.unless(
                approval.document() != null && !approval.document().isBlank(),
                "E-SCHEME-DOCUMENT",
                "须写明审批文号",
                "document");
        if (scheme.state() != Scheme.State.DRAFT) {
            return SchemeStanding.already(scheme);
        }
        String approver =
                eyes.decides(FourEyes.Paper.SCHEME, schemeNo, scheme.author(), by, "E-SCHEME-SELF", "编制人不得审批自己编制的方案");
        schemes.approve(scheme.approvedBy(approver, OffsetDateTime.now(clock)));
        facts.publishEvent(new SchemeApproved(schemeNo, scheme.planNo(), scheme.version()));
        return new SchemeStanding(schemeNo, scheme.version(), Scheme.State.APPROVED, false);
    }

    /**
     * Takes a scheme back before its pool is frozen (撤回); its draw number goes to the next scheme.
     *
     * @throws Rejected E-SCHEME-FROZEN once the pool is frozen: then only a void with its shadow result is left
     */
    @Transactional
    SchemeStanding withdraw(String schemeNo, Approval approval, Acting by) {
        Signatory.deciding(by);
        Scheme scheme = schemes.find(schemeNo)
                .orElseThrow(
                        () -> new Rejected("E-SCHEME-UNKNOWN", "没有编号为 " + schemeNo + " 的方案", Place.field("schemeNo")));
        Rejected.unless(
                approval.document() != null && !approval.document().isBlank(),
                "E-SCHEME-DOCUMENT",
                "须写明审批文号",
                "document");
        Rejected.unless(
                schemes.withdrawn(schemeNo), "E-SCHEME-FROZEN", "方案 " + schemeNo + " 名单已冻结或已撤回，不能撤回", "schemeNo");
        draw.cancel(schemeNo);
        facts.publishEvent(new SchemeWithdrawn(schemeNo, scheme.planNo(), approval.document()));
        return new SchemeStanding(schemeNo, scheme.version(), Scheme.State.WITHDRAWN, false);
    }

    private static List<PlanItem> items(Plan plan, List<Integer> seqs) {
        Rejected.unless(seqs != null && !seqs.isEmpty(), "E-SCHEME-ITEMS", "方案至少要有一个计划内事项", "itemSeqs");
        return seqs.stream()
                .distinct()
                .map(seq -> plan.items().stream()
                        .filter(item -> item.seq() == seq)
                        .findFirst()
                        .orElseThrow(() -> new Rejected(
                                "E-SCHEME-ITEMS", "计划 " + plan.key() + " 没有第" + seq + "行", Place.field("itemSeqs"))))
                .toList();
    }
}
