package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.SealedSecrets;
import cn.zrzy.hub.ceremony.record.Signings;
import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.ceremony.seed.DrawStamps;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Shows how a draw stands to the room in which it is held (抽取现场): facts of the ledger, nothing of its own. */
@Service
public class DrawScenes {

    private final DrawCalls calls;
    private final Schemes schemes;
    private final DrawLedger ledger;
    private final DrawResults results;
    private final SealedSecrets secrets;
    private final DrawStamps stamps;
    private final NextStep next;
    private final Signings signings;
    private final DrawSettings settings;
    private final Clock clock;

    /**
     * A screen asks every two seconds, and reading a frozen pool back checks every hash of it: what was read stays at hand as
     * long as there is room for it.
     */
    private final Map<String, SoftReference<FrozenDraw>> atHand = new ConcurrentHashMap<>();

    DrawScenes(
            DrawCalls calls,
            Schemes schemes,
            DrawLedger ledger,
            DrawResults results,
            SealedSecrets secrets,
            DrawStamps stamps,
            NextStep next,
            Signings signings,
            DrawSettings settings,
            Clock clock) {
        this.calls = calls;
        this.schemes = schemes;
        this.ledger = ledger;
        this.results = results;
        this.secrets = secrets;
        this.stamps = stamps;
        this.next = next;
        this.signings = signings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when no draw has that number. */
    public Optional<DrawScene> find(String drawNo) {
        return calls.find(drawNo).map(call -> call.frozen() ? frozen(call) : called(call));
    }

    /** Draws that have a number and are still to be held, by number. */
    public List<DrawScene> toBeHeld() {
        return Stream.concat(
                        calls.open().map(DrawCalls.Call::drawNo).stream(),
                        schemes.inState(Scheme.State.FROZEN).stream().map(Scheme::drawNo))
                .sorted()
                .flatMap(drawNo -> find(drawNo).stream())
                .toList();
    }

    private DrawScene called(DrawCalls.Call call) {
        Scheme scheme = schemes.find(call.schemeNo()).orElseThrow();
        List<String> committed =
                calls.parties(call.drawNo()).stream().map(party -> party.name()).toList();
        List<DrawScene.Party> parties = scheme.terms().drawMode().provable()
                ? settings.parties().stream()
                        .map(name -> new DrawScene.Party(name, committed.contains(name), null, false))
                        .toList()
                : List.of();
        DrawScene.Seed seed = seed(call.drawNo(), scheme.terms().unannounced(), null, parties, List.of());
        return new DrawScene(
                call.drawNo(),
                scheme,
                DrawScene.State.CALLED,
                scheme.terms().openAt(),
                null,
                seed,
                NextStep.beforeFreeze(seed),
                null,
                null,
                null);
    }

    private DrawScene frozen(DrawCalls.Call call) {
        String drawNo = call.drawNo();
        FrozenDraw frozen = read(drawNo);
        boolean sealed = !frozen.request().disclosure().announced();
        boolean closed = sealed && ledger.opening(drawNo).isEmpty();
        DrawScene.Pool pool = PoolScene.of(
                frozen, stamps.stampedAt(drawNo, StampPapers.MANIFEST).orElse(null));
        DrawScene.Result result = ledger.outcome(drawNo)
                .map(outcome -> ResultScene.of(
                        outcome,
                        closed,
                        results.find(drawNo).orElseThrow(),
                        results.current(drawNo).orElseThrow(),
                        ledger.corrections(drawNo)))
                .orElse(null);
        OffsetDateTime now = Beijing.second(clock);
        RevealedSeed revealed = ledger.revealed(drawNo, "", now);
        DrawScene.Seed seed = seed(
                drawNo,
                sealed,
                frozen.request().recipe().revealDeadline(),
                SeedScene.parties(frozen.request().recipe(), revealed, now),
                SeedScene.events(frozen.request().recipe(), revealed, result != null));
        var voided = ledger.voided(drawNo).orElse(null);
        DrawScene.Waiting waiting = voided != null || result != null ? null : next.of(frozen, pool, seed);
        DrawScene.State state = voided != null
                ? DrawScene.State.VOID
                : waiting == null ? held(closed) : NextStep.phase(frozen, waiting.next(), now);
        return new DrawScene(
                drawNo,
                schemes.find(call.schemeNo()).orElseThrow(),
                state,
                frozen.request().disclosure().openAt(),
                pool,
                seed,
                waiting,
                result,
                voided,
                signings.find(drawNo).orElse(null));
    }

    private static DrawScene.State held(boolean closed) {
        return closed ? DrawScene.State.SEALED : DrawScene.State.DRAWN;
    }

    private FrozenDraw read(String drawNo) {
        SoftReference<FrozenDraw> kept = atHand.get(drawNo);
        FrozenDraw known = kept == null ? null : kept.get();
        if (known == null) {
            known = ledger.frozen(drawNo);
            atHand.values().removeIf(old -> old.get() == null);
            atHand.put(drawNo, new SoftReference<>(known));
        }
        return known;
    }

    private DrawScene.Seed seed(
            String drawNo,
            boolean sealed,
            OffsetDateTime deadline,
            List<DrawScene.Party> parties,
            List<DrawScene.Event> events) {
        if (!sealed) {
            return new DrawScene.Seed(deadline, parties, events, List.of(), false, 0, false);
        }
        Optional<SealedSecrets.Sealed> secret = secrets.find(drawNo);
        return new DrawScene.Seed(
                deadline,
                parties,
                events,
                settings.keepers(),
                secret.isPresent(),
                secrets.shares(drawNo).size(),
                secret.map(SealedSecrets.Sealed::secret).isPresent());
    }
}
