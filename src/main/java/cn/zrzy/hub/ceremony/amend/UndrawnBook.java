package cn.zrzy.hub.ceremony.amend;

import cn.zrzy.hub.ceremony.NoneDrawn;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.Undrawn;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.ceremony.terms.Publishable;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.Approval;
import cn.zrzy.hub.plan.approval.FourEyes;
import cn.zrzy.hub.plan.approval.Signatory;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes and confirms the certificate that a voided draw never had a result (无结果证明受理). Without it its result is owed for
 * ever: whoever may have seen it must not be able to lose it.
 */
@Service("undrawnBook")
class UndrawnBook {

    /**
     * @param document number of the paper of the platform, or of whoever holds the public event
     * @param evidence SM3 of that paper, 64 hex
     */
    record Paper(String document, String evidence) {}

    private final Undrawn undrawn;
    private final Abandonments abandonments;
    private final DrawResults results;
    private final DrawLedger ledger;
    private final DrawSettings settings;
    private final ApplicationEventPublisher facts;
    private final FourEyes eyes;

    UndrawnBook(
            Undrawn undrawn,
            Abandonments abandonments,
            DrawResults results,
            DrawLedger ledger,
            DrawSettings settings,
            ApplicationEventPublisher facts,
            FourEyes eyes) {
        this.undrawn = undrawn;
        this.abandonments = abandonments;
        this.results = results;
        this.ledger = ledger;
        this.settings = settings;
        this.facts = facts;
        this.eyes = eyes;
    }

    /** @throws Rejected E-DRAW-UNDRAWN unless it is a voided draw that has no result and waits for none of its events any more */
    @Transactional
    Amended ask(String drawNo, Paper paper, Acting by) {
        String asker = Signatory.deciding(by);
        awaited(drawNo);
        Rejected.unless(
                paper.document() != null && !paper.document().isBlank(),
                "E-DRAW-UNDRAWN-DOCUMENT",
                "须写明来文的文号",
                "document");
        Publishable.evidence(paper.evidence(), "E-DRAW-UNDRAWN-EVIDENCE");
        Rejected.unless(!undrawn.certified(drawNo), "E-DRAW-UNDRAWN", "抽取 " + drawNo + " 的无结果证明已经确认", "drawNo");
        undrawn.ask(new Undrawn.Certificate(
                drawNo, paper.document().strip(), paper.evidence(), asker, eyes.now(), null, null));
        eyes.asked(FourEyes.Paper.UNDRAWN, drawNo, by);
        return Amended.asked(drawNo);
    }

    /** @throws Rejected E-DRAW-UNDRAWN-SELF when the same person confirms it, E-DRAW-UNDRAWN-DOCUMENT for another paper */
    @Transactional
    Amended approve(String drawNo, Approval approval, Acting by) {
        Signatory.deciding(by);
        Abandonments.Case abandoned = awaited(drawNo);
        Undrawn.Certificate paper =
                undrawn.find(drawNo).orElseThrow(() -> new Rejected("E-DRAW-UNDRAWN", "抽取 " + drawNo + " 没有登记无结果证明"));
        if (paper.approver() != null) {
            return Amended.of(drawNo, Amended.State.CERTIFIED, true);
        }
        Rejected.unless(
                approval.document() != null && approval.document().strip().equals(paper.document()),
                "E-DRAW-UNDRAWN-DOCUMENT",
                "文号与登记的不一致，请核对来文后再确认",
                "document");
        String approver = eyes.decides(
                FourEyes.Paper.UNDRAWN, drawNo, paper.asker(), by, "E-DRAW-UNDRAWN-SELF", "登记人不得确认自己登记的证明");
        OffsetDateTime now = eyes.now();
        undrawn.approve(drawNo, approver, now);
        facts.publishEvent(new NoneDrawn(drawNo, abandoned.schemeNo(), abandoned.planNo()));
        return Amended.of(drawNo, Amended.State.CERTIFIED, false);
    }

    /** Locked, so that a result that comes at the same moment is not overtaken. */
    private Abandonments.Case awaited(String drawNo) {
        Abandonments.Case abandoned = abandonments
                .hold(drawNo)
                .filter(Abandonments.Case::approved)
                .orElseThrow(() -> new Rejected("E-DRAW-UNDRAWN", "抽取 " + drawNo + " 没有作废，结果照常等待"));
        boolean open = results.find(drawNo).orElseThrow().drawnAt() == null;
        Rejected.unless(open, "E-DRAW-UNDRAWN", "抽取 " + drawNo + " 已有结果", "drawNo");
        Rejected.unless(!waits(drawNo), "E-DRAW-UNDRAWN", "抽取 " + drawNo + " 的公开随机数还在录入期限之内，或已经录入：须公布试算结果", "drawNo");
        return abandoned;
    }

    /** An event that can still be entered is waited for; one that has been entered did take place. */
    private boolean waits(String drawNo) {
        OffsetDateTime now = eyes.now();
        SeedRecipe recipe = ledger.frozen(drawNo).request().recipe();
        if (recipe.sources().isEmpty()) {
            return false;
        }
        return !SeedWindow.waited(recipe, settings.sourceWait(), now)
                || SeedWindow.missing(recipe, ledger.revealed(drawNo, "", now)).isEmpty();
    }
}
