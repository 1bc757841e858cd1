package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.DrawFinished;
import cn.zrzy.hub.ceremony.seed.DrawStamps;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds the draw of one frozen scheme once its seed is complete (抽取). */
@Component
public class DrawHold {

    private final Schemes schemes;
    private final OutcomeBook outcomes;
    private final DrawLedger ledger;
    private final DrawStamps stamps;
    private final SecretDesk secrets;
    private final DrawSettings settings;
    private final SigningRing keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    public DrawHold(
            Schemes schemes,
            OutcomeBook outcomes,
            DrawLedger ledger,
            DrawStamps stamps,
            SecretDesk secrets,
            DrawSettings settings,
            SigningRing keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schemes = schemes;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.stamps = stamps;
        this.secrets = secrets;
        this.settings = settings;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws TryLater with the sentence that says what is waited for */
    @Transactional
    public void draw(Scheme scheme) {
        String drawNo = scheme.drawNo();
        FrozenDraw frozen = ledger.frozen(drawNo);
        OffsetDateTime now = Beijing.second(clock);
        stamps.requireInOrder(frozen.request(), now);
        RevealedSeed revealed = seed(frozen, now);
        DrawOutcome outcome = Draws.hold(frozen, revealed, keys);
        outcomes.enter(frozen, outcome);
        schemes.drawn(scheme.schemeNo());
        facts.publishEvent(new DrawFinished(drawNo, scheme.schemeNo(), scheme.planNo()));
    }

    /**
     * What the draw still waits for, in words (等待事项); "" when it can be held now. By the rules of {@link #draw}, so that
     * a screen never offers what the draw would refuse; outside a transaction, which a refusal would spoil.
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-STAMP-LATE, E-DRAW-ENTROPY and the like when it never can be held
     */
    public String awaits(FrozenDraw frozen) {
        try {
            OffsetDateTime now = Beijing.second(clock);
            stamps.requireInOrder(frozen.request(), now);
            Draws.requireSeed(frozen, seed(frozen, now));
            return "";
        } catch (TryLater later) {
            return later.getMessage();
        }
    }

    /** @throws TryLater while the seed is not complete */
    RevealedSeed seed(FrozenDraw frozen, OffsetDateTime now) {
        String drawNo = frozen.drawNo();
        OffsetDateTime event = frozen.request().recipe().sources().stream()
                .map(SeedRecipe.Source::eventTime)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
        if (!now.isAfter(event)) {
            throw new TryLater(
                    "抽取 " + drawNo + " 等待公开随机数（" + event.toLocalTime().truncatedTo(ChronoUnit.SECONDS) + " 之后）");
        }
        String secret = secrets.secret(drawNo, frozen.request().disclosure());
        RevealedSeed revealed = ledger.revealed(drawNo, secret, now);
        String missing = SeedWindow.missing(frozen.request().recipe(), revealed);
        if (!missing.isEmpty() && now.isBefore(event.plus(settings.sourceWait()))) {
            throw new TryLater("抽取 %s 等待录入公开随机数：%s，最迟 %s；逾期未录入的按缺席公布"
                    .formatted(
                            drawNo, missing, event.plus(settings.sourceWait()).truncatedTo(ChronoUnit.MINUTES)));
        }
        return revealed;
    }
}
