package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.VerifierFile;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.Bundle;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.Commitment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lets the ledger's test, which lives in another package, use the sample draw. */
public final class LedgerScenes {

    public static final SigningRing SIGNERS = SampleDraw.SIGNERS;
    public static final Map<String, byte[]> VERIFIERS = Map.of("verify.py", "print('ok')\n".getBytes());

    private LedgerScenes() {}

    public static FrozenDraw frozen(String drawNo, String scheme, String logHead, byte[] secret) {
        return frozen(drawNo, scheme, logHead, secret, 60, SIGNERS);
    }

    public static FrozenDraw frozen(
            String drawNo, String scheme, String logHead, byte[] secret, int subjects, SigningRing ring) {
        DrawRequest q = SampleDraw.request(subjects, 16, 8);
        Disclosure disclosure = secret.length == 0
                ? Disclosure.open()
                : new Disclosure(false, SampleDraw.HELD.plusDays(30), Commitment.sealed(DrawHash.SM3, secret));
        return Draws.freeze(
                new DrawRequest(
                        drawNo,
                        "",
                        scheme,
                        q.mode(),
                        false,
                        q.subjects(),
                        q.inspectors(),
                        q.recusals(),
                        q.rules(),
                        SampleDraw.recipe(drawNo),
                        disclosure,
                        q.frozenAt(),
                        logHead,
                        "test",
                        "",
                        List.of(VerifierFile.of("verify.py", VERIFIERS.get("verify.py")))),
                ring);
    }

    /** A drawn bundle with these verifier programs in it. */
    public static byte[] drawn(Map<String, byte[]> verifiers) {
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.verifiers = verifiers.entrySet().stream()
                            .map(file -> VerifierFile.of(file.getKey(), file.getValue()))
                            .sorted(Comparator.comparing(VerifierFile::name))
                            .toList();
                    return p;
                }),
                SIGNERS);
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SIGNERS);
        return new Bundle(frozen, verifiers)
                .result(outcome, DrawState.of(outcome), null)
                .seal(SampleDraw.log(frozen, outcome), List.of(), List.of(), SIGNERS);
    }

    public static RevealedSeed revealed(String secret) {
        return SampleDraw.revealed(secret);
    }
}
