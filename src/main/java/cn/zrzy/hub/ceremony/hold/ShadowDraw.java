package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.ShadowDrawn;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds the trial draw of a draw that was voided before its seed (作废试算): a void hides no result. */
@Component
public class ShadowDraw {

    private final DrawHold hold;
    private final OutcomeBook outcomes;
    private final DrawLedger ledger;
    private final SigningRing keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ShadowDraw(
            DrawHold hold,
            OutcomeBook outcomes,
            DrawLedger ledger,
            SigningRing keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.hold = hold;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws TryLater with the sentence that says what is waited for */
    @Transactional
    void draw(Abandonments.Case abandoned) {
        String drawNo = abandoned.drawNo();
        OffsetDateTime now = Beijing.second(clock);
        FrozenDraw frozen = ledger.frozen(drawNo);
        RevealedSeed revealed = hold.seed(frozen, now);
        DrawOutcome outcome =
                Draws.shadow(frozen, revealed, ledger.voided(drawNo).orElseThrow(), keys);
        outcomes.enter(frozen, outcome);
        facts.publishEvent(new ShadowDrawn(drawNo, abandoned.schemeNo(), abandoned.planNo()));
    }
}
