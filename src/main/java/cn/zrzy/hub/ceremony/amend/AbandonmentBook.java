package cn.zrzy.hub.ceremony.amend;

import cn.zrzy.hub.ceremony.DrawVoided;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.terms.Publishable;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Schemes;
import cn.zrzy.hub.plan.approval.Approval;
import cn.zrzy.hub.plan.approval.FourEyes;
import cn.zrzy.hub.plan.approval.Signatory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes and approves the abandonment of a draw (作废). The number is spent: its scheme is drawn again under a new number
 * with a new seed, and what the abandoned draw gave, or would have given, is published with reason and approver.
 */
@Service("abandonmentBook")
class AbandonmentBook {

    private final Abandonments abandonments;
    private final DrawResults results;
    private final Schemes schemes;
    private final DrawLedger ledger;
    private final ApplicationEventPublisher facts;
    private final FourEyes eyes;

    AbandonmentBook(
            Abandonments abandonments,
            DrawResults results,
            Schemes schemes,
            DrawLedger ledger,
            ApplicationEventPublisher facts,
            FourEyes eyes) {
        this.abandonments = abandonments;
        this.results = results;
        this.schemes = schemes;
        this.ledger = ledger;
        this.facts = facts;
        this.eyes = eyes;
    }

    /** @throws Rejected E-DRAW-VOID-… naming the field, E-DRAW-VOID when it is voided already */
    @Transactional
    Amended ask(String drawNo, VoidRequest request, Acting by) {
        String asker = Signatory.deciding(by);
        DrawnResult draw = results.find(drawNo)
                .orElseThrow(() ->
                        new Rejected("E-DRAW-UNKNOWN", "没有已冻结的抽取 " + drawNo + "；名单未冻结的撤回方案即可", Place.field("drawNo")));
        String reason = Publishable.reason(request.reason(), "E-DRAW-VOID-REASON");
        requireSecrecy(drawNo, reason);
        Rejected.unless(
                request.document() != null && !request.document().isBlank(),
                "E-DRAW-VOID-DOCUMENT",
                "须写明审批文号",
                "document");
        Publishable.evidence(request.evidence(), "E-DRAW-VOID-EVIDENCE");
        Rejected.unless(ledger.voided(drawNo).isEmpty(), "E-DRAW-VOID", "抽取 " + drawNo + " 已作废", "drawNo");
        abandonments.ask(new Abandonments.Case(
                drawNo,
                draw.schemeNo(),
                draw.planNo(),
                reason,
                request.document().strip(),
                request.evidence(),
                asker,
                eyes.now(),
                null,
                null,
                null));
        eyes.asked(FourEyes.Paper.VOID, drawNo, by);
        return Amended.asked(drawNo);
    }

    /** The reason of a void is public at once, in the bundle of every draw; who was drawn is not while it is sealed. */
    private void requireSecrecy(String drawNo, String reason) {
        boolean tells = results
                .current(drawNo)
                .filter(draw -> draw.closedUntil() != null && draw.openedAt() == null)
                .map(DrawnResult::picks)
                .orElse(List.of())
                .stream()
                .flatMap(AbandonmentBook::words)
                .anyMatch(reason::contains);
        Rejected.unless(!tells, "E-DRAW-VOID-REASON", "不预告的抽取尚未公开，理由不得写出抽中的对象和检查人员", "reason");
    }

    private static Stream<String> words(DrawnResult.Pick pick) {
        return Stream.concat(
                        Stream.of(pick.objectId(), pick.objectName()),
                        pick.inspectors().stream().flatMap(member -> Stream.of(member.name(), member.certNo())))
                .filter(word -> !word.isBlank());
    }

    /**
     * Voids the draw. The approver repeats the number of the paper, so that he approves what he has read.
     *
     * @throws Rejected E-DRAW-VOID-SELF when the asker approves it himself, E-DRAW-VOID-DOCUMENT for another paper
     */
    @Transactional
    Amended approve(String drawNo, Approval approval, Acting by) {
        Signatory.deciding(by);
        Abandonments.Case asked = abandonments
                .hold(drawNo)
                .orElseThrow(
                        () -> new Rejected("E-DRAW-VOID-UNKNOWN", "抽取 " + drawNo + " 没有作废申请", Place.field("drawNo")));
        if (asked.approved()) {
            return Amended.of(drawNo, Amended.State.VOID, true);
        }
        Rejected.unless(
                approval.document() != null && approval.document().strip().equals(asked.document()),
                "E-DRAW-VOID-DOCUMENT",
                "审批文号与申请所写的不一致，请核对后再批",
                "document");
        String approver =
                eyes.decides(FourEyes.Paper.VOID, drawNo, asked.asker(), by, "E-DRAW-VOID-SELF", "申请人不得批准自己的作废申请");
        OffsetDateTime now = eyes.now();
        ledger.recordVoid(drawNo, new Abandonment(asked.reason(), approver), asked.evidence(), now);
        boolean afterResult = ledger.find(drawNo).orElseThrow().drawnAt() != null;
        abandonments.approve(drawNo, approver, now, afterResult);
        if (!schemes.voided(asked.schemeNo(), drawNo)) {
            throw new IllegalStateException("方案 " + asked.schemeNo() + " 的现行抽取不是 " + drawNo);
        }
        facts.publishEvent(new DrawVoided(drawNo, asked.schemeNo(), asked.planNo()));
        return Amended.voided(drawNo, asked.schemeNo(), afterResult);
    }
}
