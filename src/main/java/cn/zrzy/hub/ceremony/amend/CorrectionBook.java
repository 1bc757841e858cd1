package cn.zrzy.hub.ceremony.amend;

import cn.zrzy.hub.ceremony.DrawCorrected;
import cn.zrzy.hub.ceremony.freeze.PoolBuilder;
import cn.zrzy.hub.ceremony.hold.PickList;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.ceremony.terms.Publishable;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.Approval;
import cn.zrzy.hub.plan.approval.FourEyes;
import cn.zrzy.hub.plan.approval.Signatory;
import cn.zrzy.hub.registry.Recusals;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes and approves corrections of a drawn result (更正): a subject falls out and its reserve moves up (候补), an inspector
 * is recused late and a team is seated anew (后发回避), a team that the platform sent against the rules likewise (整组重派). Who takes the place follows from seed and rules, never from a choice.
 */
@Service("correctionBook")
class CorrectionBook {

    private final Corrections corrections;
    private final DrawResults results;
    private final PoolBuilder pools;
    private final Recusals recusals;
    private final DrawLedger ledger;
    private final SecretDesk secrets;
    private final ApplicationEventPublisher facts;
    private final FourEyes eyes;

    CorrectionBook(
            Corrections corrections,
            DrawResults results,
            PoolBuilder pools,
            Recusals recusals,
            DrawLedger ledger,
            SecretDesk secrets,
            ApplicationEventPublisher facts,
            FourEyes eyes) {
        this.corrections = corrections;
        this.results = results;
        this.pools = pools;
        this.recusals = recusals;
        this.ledger = ledger;
        this.secrets = secrets;
        this.facts = facts;
        this.eyes = eyes;
    }

    /** @throws Rejected E-DRAW-CORRECTION-…, E-DRAW-EXCLUSION or E-DRAW-VOID, as the approval would be refused */
    @Transactional
    Amended ask(String drawNo, CorrectionRequest wanted, Acting by) {
        String asker = Signatory.deciding(by);
        results.find(drawNo).orElseThrow(() -> unknown("E-DRAW-UNKNOWN", "没有编号为 " + drawNo + " 的抽取", "drawNo"));
        Rejected.unless(
                wanted.kind() != null,
                "E-DRAW-CORRECTION-KIND",
                "须写明更正种类：EXCLUDE 对象退出，RECUSE 人员回避，RESEAT 省平台所派检查组整组重派",
                "kind");
        String reason = Publishable.reason(wanted.reason(), "E-DRAW-CORRECTION-REASON");
        Publishable.evidence(wanted.evidence(), "E-DRAW-CORRECTION-EVIDENCE");
        requireInForce(drawNo);
        Corrections.Case asked = new Corrections.Case(
                0,
                drawNo,
                wanted.kind().name(),
                wanted.subjectId(),
                wanted.inspectorId(),
                wanted.code(),
                reason,
                wanted.evidence(),
                asker,
                eyes.now(),
                null,
                null,
                null,
                null);
        rehearse(asked, drawNo);
        long request = corrections.ask(asked);
        eyes.asked(FourEyes.Paper.CORRECTION, request, by);
        return Amended.asked(drawNo, request);
    }

    /**
     * Corrects the result, the tasks and what is published, all or nothing.
     *
     * @throws Rejected E-DRAW-CORRECTION-SELF when the asker approves it himself, E-TASK-REPORTED when an inspection that
     *     would change has its finding
     */
    @Transactional
    Amended approve(String drawNo, long request, Approval approval, Acting by) {
        Signatory.deciding(by);
        Corrections.Case asked = corrections
                .hold(drawNo, request)
                .orElseThrow(() ->
                        unknown("E-DRAW-CORRECTION-UNKNOWN", "抽取 " + drawNo + " 没有第 " + request + " 号更正申请", "request"));
        if (asked.approved()) {
            return Amended.corrected(drawNo, asked.no(), true);
        }
        Rejected.unless(
                approval.document() != null && !approval.document().isBlank(),
                "E-DRAW-CORRECTION-DOCUMENT",
                "须写明审批文号",
                "document");
        String approver = eyes.decides(
                FourEyes.Paper.CORRECTION, request, asked.asker(), by, "E-DRAW-CORRECTION-SELF", "申请人不得批准自己的更正申请");
        int no = ledger.nextCorrectionNo(drawNo);
        OffsetDateTime now = eyes.now();
        DrawState state =
                ledger.recordCorrection(drawNo, entry(asked, no, now, approver), secret(drawNo, ledger.frozen(drawNo)));
        requireInForce(drawNo); // after the ledger's lock: no void can come in between
        DrawnResult before = results.current(drawNo).orElseThrow();
        corrections.approve(
                asked.approvedBy(approver, approval.document().strip(), now, no),
                PickList.after(state, before, corrections.lastRank(drawNo), pools));
        if (asked.code().equals("RECUSED")) {
            remember(asked, before, no);
        }
        facts.publishEvent(new DrawCorrected(drawNo, no, before.schemeNo(), before.planNo()));
        return Amended.corrected(drawNo, no, false);
    }

    /** The pair must not meet in later draws either. */
    private void remember(Corrections.Case asked, DrawnResult draw, int no) {
        String staffNo = pools.byCard(draw.frozenAt().toInstant())
                .get(asked.inspectorId())
                .staffNo();
        recusals.declare(
                staffNo,
                asked.subjectId(),
                asked.reason() + "（抽取 " + asked.drawNo() + " 第" + no + "号更正）",
                asked.asker());
    }

    /** Refuses at once what could not be approved. */
    private void rehearse(Corrections.Case asked, String drawNo) {
        DrawOutcome outcome = ledger.outcome(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-NOT-HELD", "抽取 " + drawNo + " 尚未抽取，无从更正"));
        List<Correction> all = new ArrayList<>(ledger.corrections(drawNo));
        all.add(entry(asked, all.size() + 1, asked.askedAt(), asked.asker()));
        FrozenDraw frozen = ledger.frozen(drawNo);
        Draws.replay(frozen, outcome, secret(drawNo, frozen), all);
    }

    private String secret(String drawNo, FrozenDraw frozen) {
        return secrets.secret(drawNo, frozen.request().disclosure());
    }

    private void requireInForce(String drawNo) {
        Rejected.unless(ledger.voided(drawNo).isEmpty(), "E-DRAW-VOID", "抽取 " + drawNo + " 已作废，不再更正", "drawNo");
    }

    private static Correction entry(Corrections.Case asked, int no, OffsetDateTime at, String approver) {
        return new Correction(
                no,
                at,
                Correction.Kind.valueOf(asked.kind()),
                asked.subjectId(),
                asked.inspectorId(),
                asked.code(),
                asked.reason(),
                approver,
                asked.evidence());
    }

    private static Rejected unknown(String code, String sentence, String field) {
        return new Rejected(code, sentence, Place.field(field));
    }
}
