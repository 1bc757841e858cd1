package cn.zrzy.hub.ceremony.seed;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.SealedSecrets;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.ceremony.terms.Publishable;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.seed.SeedEntries;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.Signatory;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what comes from outside to a draw (抽取受理): commitments, reveals, public events. */
@Service("drawDesk")
@Transactional
public class DrawDesk {

    /** {@code value} is the commitment, the revealed value or the public event's value; {@code name} its party or source. A witness is
     *  wanted for reveals and events. */
    public record Entry(
            @Nullable String name,
            String value,
            @Nullable String evidence,
            @Nullable String origin,
            @Nullable String witness) {}

    private final DrawCalls calls;
    private final DrawLedger ledger;
    private final SealedSecrets secrets;
    private final Campaign campaign;
    private final DrawSettings settings;
    private final Clock clock;

    DrawDesk(
            DrawCalls calls,
            DrawLedger ledger,
            SealedSecrets secrets,
            Campaign campaign,
            DrawSettings settings,
            Clock clock) {
        this.calls = calls;
        this.ledger = ledger;
        this.secrets = secrets;
        this.campaign = campaign;
        this.settings = settings;
        this.clock = clock;
    }

    /** A party binds itself before the pool is frozen; its first word stands. */
    public Entered commit(String drawNo, Entry entry) {
        DrawCalls.Call call = calls.find(drawNo).orElseThrow(() -> unknown(drawNo));
        if (call.frozen()) {
            throw new Rejected("E-DRAW-FROZEN", "抽取 " + drawNo + " 的名单已冻结，不再接受承诺", Place.field("drawNo"));
        }
        if (!settings.parties().contains(entry.name())) {
            throw new Rejected("E-DRAW-PARTY", "“" + entry.name() + "”不是约定的承诺方", Place.field("name"));
        }
        if (entry.value() == null || !entry.value().matches("[0-9a-f]{64}")) {
            throw new Rejected("E-DRAW-COMMITMENT", "承诺值应为64位十六进制", Place.field("value"));
        }
        boolean first = calls.commit(drawNo, entry.name(), entry.value());
        return Entered.of(drawNo, entry.name(), first);
    }

    public Entered reveal(String drawNo, Entry entry, Acting by) {
        calls.find(drawNo).orElseThrow(() -> unknown(drawNo));
        RevealedSeed.Reveal reveal = new RevealedSeed.Reveal(
                entry.name(), entry.value(), Beijing.second(clock), orEmpty(entry.evidence()), hands(entry, by));
        for (String no : campaign.with(drawNo)) {
            if (no.equals(drawNo) || !revealed(no, reveal) && SeedEntries.opens(ledger.frozen(no), reveal)) {
                ledger.recordReveal(no, reveal);
            }
        }
        return Entered.of(drawNo, entry.name(), true);
    }

    private boolean revealed(String drawNo, RevealedSeed.Reveal reveal) {
        return ledger.revealed(drawNo, "", Beijing.second(clock)).reveals().stream()
                .anyMatch(known -> known.party().equals(reveal.party()));
    }

    /**
     * A public event, with where it was read and the digest of what shows it. The platform's seed comes by its route alone:
     * whoever types it in could choose it.
     */
    public Entered observe(String drawNo, Entry entry, Acting by) {
        calls.find(drawNo).orElseThrow(() -> unknown(drawNo));
        SeedRecipe recipe = ledger.frozen(drawNo).request().recipe();
        Rejected.unless(!SeedWindow.platforms(recipe, entry.name()), "E-DRAW-SOURCE", "省平台种子只由接口取回，不接受人工录入", "name");
        Rejected.unless(!orEmpty(entry.origin()).isBlank(), "E-DRAW-OBSERVATION", "须写明出处：由谁公布、在哪里看到", "origin");
        Publishable.evidence(entry.evidence(), "E-DRAW-OBSERVATION");
        if (ledger.voided(drawNo).isEmpty()) {
            SeedWindow.refuseAfterWait(recipe, entry.name(), settings.sourceWait(), Beijing.second(clock));
        }
        RevealedSeed.Observation seen = new RevealedSeed.Observation(
                entry.name(),
                entry.value(),
                Beijing.second(clock),
                entry.evidence(),
                entry.origin().strip(),
                hands(entry, by));
        campaign.with(drawNo).forEach(no -> ledger.recordObservation(no, seen));
        return Entered.of(drawNo, entry.name(), true);
    }

    @Transactional(readOnly = true)
    byte[] bundle(String drawNo) {
        return ledger.bundle(drawNo);
    }

    private static Rejected unknown(String drawNo) {
        return new Rejected("E-DRAW-UNKNOWN", "没有编号为 " + drawNo + " 的抽取", Place.field("drawNo"));
    }

    /** One person types in, another one saw the dice, the slip or the page of the lottery; both stand in the evidence. */
    private static RevealedSeed.Hands hands(Entry entry, Acting by) {
        String typist = Signatory.deciding(by);
        String witness = PersonName.of(entry.witness(), "witness");
        Rejected.unless(!witness.isEmpty() && !witness.equals(typist), "E-DRAW-WITNESS", "须写明见证人，且不是录入人自己", "witness");
        return new RevealedSeed.Hands(typist, witness);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
