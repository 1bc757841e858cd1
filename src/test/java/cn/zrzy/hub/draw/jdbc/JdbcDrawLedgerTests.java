package cn.zrzy.hub.draw.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Opening;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The ledger on a real PostgreSQL: one number, one result, nothing ever changed. */
class JdbcDrawLedgerTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final DrawLedger ledger = new JdbcDrawLedger(
            database.jdbc(), LedgerScenes.SIGNERS, database.transaction().getTransactionManager());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDrawFromNumberToBundle() {
        String drawNo = freeze("XC-2026-F01", new byte[0]);
        assertThat(drawNo).isEqualTo("XC-2026-0001");
        RevealedSeed seen = LedgerScenes.revealed("");
        seen.reveals().forEach(reveal -> write(() -> ledger.recordReveal(drawNo, reveal)));
        seen.observations().forEach(o -> write(() -> ledger.recordObservation(drawNo, o)));
        FrozenDraw frozen = ledger.frozen(drawNo);
        DrawOutcome outcome = Draws.hold(frozen, ledger.revealed(drawNo, "", seen.at()), LedgerScenes.SIGNERS);
        assertThat(outcome.files().get("result.json"))
                .isEqualTo(
                        Draws.hold(frozen, seen, LedgerScenes.SIGNERS).files().get("result.json"));
        write(() -> ledger.recordOutcome(outcome));
        assertThat(ledger.outcome(drawNo).orElseThrow().seats()).isEqualTo(outcome.seats());
        byte[] bundle = ledger.bundle(drawNo);
        assertThat(ledger.bundle(drawNo)).isEqualTo(bundle);
        assertThat(new String(bundle, StandardCharsets.ISO_8859_1)).contains("verify.py", "\"stage\":\"DRAWN\"");
        TeamSeat seat = outcome.seats().get(0);
        Correction recusal = new Correction(
                1,
                seen.at().plusDays(1),
                Correction.Kind.RECUSE,
                seat.subjectId(),
                seat.inspectorId(),
                "RECUSED",
                "亲属",
                "局长",
                "");
        write(() -> ledger.recordCorrection(drawNo, recusal, ""));
        assertThat(ledger.current(drawNo).orElseThrow().seats())
                .hasSameSizeAs(outcome.seats())
                .doesNotContain(seat);
        assertThat(ledger.corrections(drawNo)).containsExactly(recusal);
        assertThat(ledger.draws(2026))
                .singleElement()
                .satisfies(e -> assertThat(e.state()).isEqualTo("DRAWN"));
    }

    @Test
    void oneResultOneRevealOneDrawPerScheme() {
        String drawNo = freeze("XC-2026-F01", new byte[0]);
        RevealedSeed seen = LedgerScenes.revealed("");
        write(() -> ledger.recordReveal(drawNo, seen.reveals().get(0)));
        refused(
                "E-DRAW-REVEALED",
                () -> ledger.recordReveal(drawNo, seen.reveals().get(0)));
        refused(
                "E-DRAW-REVEAL",
                () -> ledger.recordReveal(
                        drawNo,
                        new RevealedSeed.Reveal(
                                "企业代表", "00".repeat(32), seen.reveals().get(1).at(), "")));
        refused(
                "E-DRAW-LATE",
                () -> ledger.recordReveal(
                        drawNo,
                        new RevealedSeed.Reveal("企业代表", seen.reveals().get(1).value(), seen.at(), "")));
        refused(
                "E-DRAW-SOURCE",
                () -> ledger.recordObservation(
                        drawNo, new RevealedSeed.Observation("notary-dice", "3.14", seen.at(), "", "")));
        refused("E-DRAW-SCHEME", () -> freeze("XC-2026-F01", new byte[0]));
        refused(
                "E-DRAW-NO",
                () -> ledger.recordFrozen(
                        LedgerScenes.frozen("XC-2026-0001", "XC-2026-F02", ledger.logHead(), new byte[0]),
                        LedgerScenes.VERIFIERS));
        refused(
                "E-DRAW-NO",
                () -> ledger.recordFrozen(
                        LedgerScenes.frozen("XC-2026-0003", "XC-2026-F02", ledger.logHead(), new byte[0]),
                        LedgerScenes.VERIFIERS));
        refused(
                "E-DRAW-LOG-HEAD",
                () -> ledger.recordFrozen(
                        LedgerScenes.frozen("XC-2026-0002", "XC-2026-F02", DrawRequest.NO_LOG, new byte[0]),
                        LedgerScenes.VERIFIERS));
        DrawOutcome outcome = Draws.hold(ledger.frozen(drawNo), seen, LedgerScenes.SIGNERS);
        write(() -> ledger.recordOutcome(outcome));
        refused("E-DRAW-HELD", () -> ledger.recordOutcome(outcome));
        byte[] token = {1};
        write(() -> ledger.recordStamp(drawNo, "result.json", token));
        refused("E-DRAW-STAMP", () -> ledger.recordStamp(drawNo, "result.json", token));
    }

    @Test
    void aVoidedDrawKeepsItsShadowResultAndFreesItsScheme() {
        String drawNo = freeze("XC-2026-F01", new byte[0]);
        Abandonment why = new Abandonment("名录漏报", "局长办公会");
        FrozenDraw frozen = ledger.frozen(drawNo);
        write(() ->
                ledger.recordVoid(drawNo, why, "", frozen.request().frozenAt().plusHours(1)));
        refused(
                "E-DRAW-VOID",
                () -> ledger.recordOutcome(Draws.hold(frozen, LedgerScenes.revealed(""), LedgerScenes.SIGNERS)));
        write(() -> ledger.recordOutcome(Draws.shadow(
                frozen, LedgerScenes.revealed(""), ledger.voided(drawNo).orElseThrow(), LedgerScenes.SIGNERS)));
        assertThat(ledger.outcome(drawNo).orElseThrow().shadow()).isTrue();
        assertThat(ledger.find(drawNo).orElseThrow().state()).isEqualTo("VOID");
        assertThat(text(ledger.bundle(drawNo))).contains(",\"\",\"XC-2026-F01\"]\n"); // leads to the draw that follows
        assertThat(ledger.nextDrawNo("XC", 2026)).isEqualTo("XC-2026-0002");
        refused("E-DRAW-LOG-ORDER", () -> freeze("XC-2026-F01", new byte[0]));
    }

    @Test
    void aSealedDrawOpensOnItsDateAndNotBefore() {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        String hex = java.util.HexFormat.of().formatHex(secret);
        String drawNo = freeze("XC-2026-F01", secret);
        RevealedSeed seen = LedgerScenes.revealed(hex);
        write(() -> ledger.recordOutcome(Draws.hold(ledger.frozen(drawNo), seen, LedgerScenes.SIGNERS)));
        assertThat(text(ledger.bundle(drawNo))).contains("\"stage\":\"SEALED\"").doesNotContain("result.teams.csvPK");
        refused("E-DRAW-ORDER", () -> ledger.recordOpened(drawNo, hex, seen.at().plusDays(29)));
        refused(
                "E-DRAW-SECRET",
                () -> ledger.recordOpened(drawNo, "00".repeat(32), seen.at().plusDays(31)));
        assertThat(ledger.overdueSecrets(seen.at().plusDays(31))).hasSize(1);
        write(() -> ledger.recordOpened(drawNo, hex, seen.at().plusDays(30)));
        assertThat(ledger.overdueSecrets(seen.at().plusDays(31))).isEmpty();
        assertThat(text(ledger.bundle(drawNo))).contains("\"stage\":\"DRAWN\"");
    }

    @Test
    void theVersionMovesWithTheBundleAndOnlyThen() {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        String hex = java.util.HexFormat.of().formatHex(secret);
        String drawNo = freeze("XC-2026-F01", secret);
        RevealedSeed seen = LedgerScenes.revealed(hex);
        String frozen = ledger.version(drawNo);
        byte[] bundle = ledger.bundle(drawNo);
        write(() -> ledger.recordReveal(drawNo, seen.reveals().get(0)));
        assertThat(ledger.version(drawNo)).isEqualTo(frozen);
        assertThat(ledger.bundle(drawNo)).isEqualTo(bundle);
        write(() -> ledger.recordStamp(drawNo, "manifest.json", new byte[] {1}));
        String stamped = ledger.version(drawNo);
        write(() -> ledger.recordOutcome(Draws.hold(ledger.frozen(drawNo), seen, LedgerScenes.SIGNERS)));
        String drawn = ledger.version(drawNo);
        assertThat(ledger.opening(drawNo)).isEmpty();
        write(() -> ledger.recordOpened(drawNo, hex, seen.at().plusDays(30)));
        assertThat(ledger.opening(drawNo)).contains(new Opening(seen.at().plusDays(30), hex));
        refused(
                "E-DRAW-OPENED",
                () -> ledger.recordOpened(drawNo, hex, seen.at().plusDays(31)));
        assertThat(java.util.Set.of(frozen, stamped, drawn, ledger.version(drawNo)))
                .hasSize(4);
        assertThat(ledger.years()).containsExactly(2026);
        assertThat(ledger.keys().get(0).keys()).isEqualTo(ledger.frozen(drawNo).keys());
    }

    @Test
    void evidenceCannotBeUpdatedOrDeleted() {
        String drawNo = freeze("XC-2026-F01", new byte[0]);
        for (String sql : new String[] {
            "update draw.evidence set content = '' where draw_no = '" + drawNo + "'",
            "delete from draw.log",
            "truncate draw.frozen cascade",
            "update draw.frozen set scheme = 'X'"
        }) {
            assertThatThrownBy(() -> database.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> database.asKeeper().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("E-DRAW-APPEND-ONLY");
        }
    }

    private String freeze(String scheme, byte[] secret) {
        return database.transaction().execute(status -> {
            String drawNo = ledger.nextDrawNo("XC", 2026);
            ledger.recordFrozen(LedgerScenes.frozen(drawNo, scheme, ledger.logHead(), secret), LedgerScenes.VERIFIERS);
            return drawNo;
        });
    }

    private void write(Runnable work) {
        database.transaction().executeWithoutResult(status -> work.run());
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> write(work))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String text(byte[] bundle) {
        return new String(bundle, StandardCharsets.ISO_8859_1);
    }
}
