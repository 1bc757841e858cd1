package cn.zrzy.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Opening;
import cn.zrzy.hub.draw.paper.Membership;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dossier keeps back while its draw is closed, whatever it is given. */
class DossierTests {

    private static final byte[] SECRET = new byte[32];
    private static final String HEX = HexFormat.of().formatHex(SECRET);

    private final FrozenDraw frozen = LedgerScenes.frozen("XC-2026-0001", "XC-2026-F01", "0".repeat(64), SECRET);
    private final DrawOutcome held = Draws.hold(frozen, LedgerScenes.revealed(HEX), LedgerScenes.SIGNERS);
    private final Correction correction = new Correction(
            1,
            held.at().plusDays(1),
            Correction.Kind.EXCLUDE,
            held.picks().get(0).subjectId(),
            "",
            "YQ",
            "已注销",
            "局长",
            "");

    private Dossier dossier(DrawOutcome outcome, List<Correction> corrections, Opening opening) {
        return new Dossier(
                null,
                "v",
                frozen,
                new Membership(frozen),
                List.of(),
                LedgerScenes.revealed(""),
                outcome,
                DrawState.of(outcome),
                corrections,
                null,
                opening);
    }

    @Test
    void whileClosedItHoldsNoNames() {
        Dossier closed = dossier(held, List.of(), null);
        assertThat(frozen.request().disclosure()).isNotEqualTo(Disclosure.open());
        assertThat(closed.closed()).isTrue();
        assertThat(closed.current()).isNull();
        assertThat(closed.outcome().picks()).isEmpty();
        assertThat(closed.outcome().reserves()).isEmpty();
        assertThat(closed.outcome().seats()).isEmpty();
        assertThat(closed.outcome().files()).isEmpty();
        assertThat(closed.outcome().seed()).isEqualTo(held.seed());
        assertThat(closed.bundleIsPublic()).isTrue();
    }

    @Test
    void aBundleThatWouldNameSomebodyIsHeldBackUntilTheOpening() {
        Dossier corrected = dossier(held, List.of(correction), null);
        assertThat(corrected.corrections()).isEmpty();
        assertThat(corrected.bundleIsPublic()).isFalse();
        DrawOutcome deferred = new DrawOutcome(
                held.drawNo(),
                held.at(),
                false,
                held.seed(),
                held.missing(),
                held.picks(),
                held.reserves(),
                held.seats(),
                List.of(held.picks().get(0).subjectId()),
                3,
                List.of("组长不足"),
                List.of(),
                held.files());
        assertThat(dossier(deferred, List.of(), null).bundleIsPublic()).isFalse();
        assertThat(dossier(deferred, List.of(), null).outcome().deferred()).isEmpty();
    }

    @Test
    void onceOpenedItHoldsEverything() {
        Dossier open = dossier(held, List.of(correction), new Opening(held.at().plusDays(31), HEX));
        assertThat(open.closed()).isFalse();
        assertThat(open.outcome()).isEqualTo(held);
        assertThat(open.corrections()).containsExactly(correction);
        assertThat(open.bundleIsPublic()).isTrue();
        assertThat(open.secret()).isEqualTo(HEX);
    }
}
