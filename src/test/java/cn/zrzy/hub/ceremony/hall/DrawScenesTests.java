package cn.zrzy.hub.ceremony.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.SealedSecrets;
import cn.zrzy.hub.ceremony.record.Signings;
import cn.zrzy.hub.ceremony.seed.DrawStamps;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Opening;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the room may see: over a real draw of the sample pool, drawn and corrected. */
class DrawScenesTests {

    private static final String NO = "XC-2026-0001";
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final DrawLedger ledger = mock(DrawLedger.class);
    private final NextStep next = mock(NextStep.class);

    @Test
    void namesEverybodyByFamilyNameAndSaysWhatChanged() {
        DrawScene scene = held(new byte[0], "", false);
        assertThat(scene.state()).isEqualTo(DrawScene.State.DRAWN);
        assertThat(scene.waiting()).as("nothing is pressed any more").isNull();
        assertThat(scene.result().lines())
                .extracting(DrawScene.Line::subject, DrawScene.Line::team, DrawScene.Line::change)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("许昌甲测绘有限公司", List.of("钱*", "赵*"), "RESEATED"),
                        org.assertj.core.groups.Tuple.tuple("孙*", List.of("钱*", "赵*"), "MOVED_UP"));
        assertThat(scene.pool().fingerprints())
                .extracting(DrawScene.Fingerprint::name)
                .containsExactly("manifest", "objects", "inspectors");
        assertThat(scene.seed().events().get(0).value()).isNotEmpty();
    }

    @Test
    void aClosedDrawHoldsNobodyWhoWasDrawnOrSent() {
        DrawScene scene = held(SECRET, HexFormat.of().formatHex(SECRET), false);
        assertThat(scene.state()).isEqualTo(DrawScene.State.SEALED);
        assertThat(scene.result().picked()).isEqualTo(2);
        assertThat(scene.result().lines()).isEmpty();
        assertThat(scene.toString())
                .doesNotContain("甲测绘", "孙", "钱", "赵")
                .doesNotContain(HexFormat.of().formatHex(SECRET));
    }

    @Test
    void anOpenedDrawShowsItsResult() {
        DrawScene scene = held(SECRET, HexFormat.of().formatHex(SECRET), true);
        assertThat(scene.state()).isEqualTo(DrawScene.State.DRAWN);
        assertThat(scene.result().lines()).hasSize(2);
    }

    private DrawScene held(byte[] secret, String hex, boolean opened) {
        FrozenDraw frozen = LedgerScenes.frozen(NO, "XC-2026-S01", "0".repeat(64), secret);
        RevealedSeed revealed = LedgerScenes.revealed(hex);
        DrawOutcome outcome = Draws.hold(frozen, revealed, LedgerScenes.SIGNERS);
        when(ledger.frozen(NO)).thenReturn(frozen);
        when(ledger.outcome(NO)).thenReturn(Optional.of(outcome));
        when(ledger.revealed(eq(NO), anyString(), any())).thenReturn(revealed);
        when(ledger.corrections(NO))
                .thenReturn(List.of(new Correction(
                        1, outcome.at(), Correction.Kind.RECUSE, "A", "C1", "RECUSED", "近亲属", "何建国", "")));
        if (opened) {
            when(ledger.opening(NO)).thenReturn(Optional.of(new Opening(outcome.at(), hex)));
        }
        DrawResults results = mock(DrawResults.class);
        DrawnResult drawn = result(outcome, List.of(pick(1, "A", "许昌甲测绘有限公司"), pick(2, "B", "许昌乙测绘有限公司")));
        when(results.find(NO)).thenReturn(Optional.of(drawn));
        when(results.current(NO))
                .thenReturn(Optional.of(drawn.withPicks(List.of(pick(1, "A", "许昌甲测绘有限公司"), pick(3, "ZR:1", "孙立军")))));
        return scenes(results, secret.length > 0 ? hex : null).find(NO).orElseThrow();
    }

    private DrawScenes scenes(DrawResults results, String secret) {
        DrawCalls calls = mock(DrawCalls.class);
        when(calls.find(NO)).thenReturn(Optional.of(new DrawCalls.Call(NO, "XC-2026-S01", true)));
        Schemes schemes = mock(Schemes.class);
        when(schemes.find(anyString())).thenReturn(Optional.of(mock(Scheme.class)));
        SealedSecrets secrets = mock(SealedSecrets.class);
        when(secrets.find(NO))
                .thenReturn(Optional.ofNullable(secret).map(s -> new SealedSecrets.Sealed(NO, "5e".repeat(32), s)));
        return new DrawScenes(
                calls,
                schemes,
                ledger,
                results,
                secrets,
                mock(DrawStamps.class),
                next,
                mock(Signings.class),
                mock(DrawSettings.class),
                Clock.fixed(OffsetDateTime.parse("2026-11-24T00:00:00+08:00").toInstant(), ZoneOffset.ofHours(8)));
    }

    private static DrawnResult result(DrawOutcome outcome, List<DrawnResult.Pick> picks) {
        return new DrawnResult(
                NO,
                "XC-2026-S01",
                "XC-2026-P01",
                60,
                picks.size(),
                "",
                outcome.seed(),
                outcome.at(),
                outcome.at(),
                null,
                null,
                picks);
    }

    private static DrawnResult.Pick pick(int rank, String id, String name) {
        return new DrawnResult.Pick(
                rank,
                id,
                name,
                "NRP-01",
                List.of(new DrawnResult.Member("赵敏", "C1", false), new DrawnResult.Member("钱进", "C2", true)));
    }
}
