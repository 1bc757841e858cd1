package cn.zrzy.hub.draw.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.paper.Signers;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.verify.Trio;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** A change of the signing key touches no draw that was frozen before it. */
class KeyRotationTests {

    private static final Signers OLD = new Signers("1f".repeat(32), "2e".repeat(32));
    private static final Signers NEW = new Signers("3d".repeat(32), "4c".repeat(32));
    private static final SigningRing BEFORE = SigningRing.of(OLD);
    private static final SigningRing AFTER = new SigningRing(List.of(
            new SigningRing.Key(NEW, LocalDate.of(2026, 11, 21), null),
            new SigningRing.Key(OLD, null, LocalDate.of(2026, 11, 20))));
    private static final SigningRing FORGETFUL = SigningRing.of(NEW);
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String HEX = HexFormat.of().formatHex(SECRET);

    private final TestDatabase database = TestDatabase.fresh();
    private final DrawLedger ledger = ledger(AFTER);
    private final RevealedSeed seen = LedgerScenes.revealed(HEX);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDrawInFlightIsSignedToItsEndWithTheKeyOfItsManifest() {
        String old = freeze(ledger(BEFORE), BEFORE, "XC-2026-F01");
        assertThat(ledger.bundle(old)).isEqualTo(ledger(BEFORE).bundle(old));
        String young = freeze(ledger, AFTER, "XC-2026-F02");
        assertThat(ledger.frozen(young).keys())
                .isEqualTo(AFTER.published().get(0).keys())
                .isNotEqualTo(ledger.frozen(old).keys());
        hold(old);
        hold(young);
        green("SEALED", "2026-11-25T00:00:00+08:00", old, young);
        correct(old);
        write(() -> ledger.recordOpened(old, HEX, seen.at().plusDays(30)));
        write(() -> ledger.recordOpened(young, HEX, seen.at().plusDays(30)));
        green("DRAWN", Trio.NOW, old, young);
        assertThat(ledger.bundle(old)).isEqualTo(ledger(BEFORE).bundle(old));
    }

    @Test
    void withoutItsKeyADrawIsNeitherHeldNorShownAndSomebodyIsTold() {
        String old = freeze(ledger(BEFORE), BEFORE, "XC-2026-F01");
        FrozenDraw frozen = ledger.frozen(old);
        refused(() -> Draws.hold(frozen, seen, FORGETFUL));
        DrawLedger forgetful = ledger(FORGETFUL);
        refused(() -> forgetful.frozen(old));
        refused(() -> forgetful.bundle(old));
        assertThat(forgetful.distrusted()).singleElement().satisfies(told -> {
            assertThat(told.drawNo()).isEqualTo(old);
            assertThat(told.code()).isEqualTo("E-DRAW-KEY-MISSING");
            assertThat(told.sentence()).contains(frozen.keys().fingerprint(), "draw.keys.retired");
        });
        assertThat(ledger.distrusted()).isEmpty();
        assertThat(forgetful.distrusted()).isEmpty();
    }

    @Test
    void theRingIsReadFromSettingsAndSecrets() {
        MockEnvironment secrets = new MockEnvironment()
                .withProperty("secret.draw-sm2", NEW.sm2())
                .withProperty("secret.draw-ed25519", NEW.ed25519())
                .withProperty("secret.draw-sm2-2026", OLD.sm2());
        SigningKeys settings = new SigningKeys(
                LocalDate.of(2026, 11, 21), List.of(new SigningKeys.Retired("2026", null, LocalDate.of(2026, 11, 20))));
        assertThatThrownBy(() -> settings.ring(secrets))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("draw-ed25519-2026")
                .hasMessageContaining("draw.keys.retired");
        secrets.setProperty("secret.draw-ed25519-2026", OLD.ed25519());
        assertThat(settings.ring(secrets).published()).isEqualTo(AFTER.published());
    }

    @Test
    void aRingThatContradictsItselfIsRefused() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        for (List<SigningRing.Key> keys : List.of(
                List.of(new SigningRing.Key(OLD, null, null), new SigningRing.Key(OLD, null, day)),
                List.of(new SigningRing.Key(NEW, null, null), new SigningRing.Key(OLD, null, null)),
                List.of(new SigningRing.Key(NEW, null, day)),
                List.of(new SigningRing.Key(NEW, null, null), new SigningRing.Key(OLD, day.plusDays(1), day)))) {
            assertThatThrownBy(() -> new SigningRing(keys))
                    .isInstanceOfSatisfying(
                            Rejected.class, e -> assertThat(e.code()).isEqualTo("E-DRAW-KEY"));
        }
    }

    private DrawLedger ledger(SigningRing ring) {
        return new JdbcDrawLedger(database.jdbc(), ring, database.transaction().getTransactionManager());
    }

    private String freeze(DrawLedger into, SigningRing ring, String scheme) {
        return database.transaction().execute(status -> {
            String drawNo = into.nextDrawNo("XC", 2026);
            into.recordFrozen(
                    LedgerScenes.frozen(drawNo, scheme, into.logHead(), SECRET, 60, ring), LedgerScenes.VERIFIERS);
            return drawNo;
        });
    }

    private void hold(String drawNo) {
        write(() -> ledger.recordOutcome(Draws.hold(ledger.frozen(drawNo), seen, AFTER)));
    }

    private void correct(String drawNo) {
        DrawOutcome outcome = ledger.outcome(drawNo).orElseThrow();
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
        write(() -> ledger.recordCorrection(drawNo, recusal, HEX));
    }

    private void green(String stage, String now, String... drawNos) {
        for (String drawNo : drawNos) {
            assertThat(Trio.get().reports(ledger.bundle(drawNo), "", now))
                    .hasSize(3)
                    .allSatisfy(report ->
                            assertThat(report).contains("\"verdict\":\"pass\"", "\"stage\":\"" + stage + "\""));
        }
    }

    private void write(Runnable work) {
        database.transaction().executeWithoutResult(status -> work.run());
    }

    private void refused(Runnable work) {
        assertThatThrownBy(() -> write(work))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-DRAW-KEY-MISSING"));
    }
}
