package cn.zrzy.hub.draw.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.draw.paper.Signers;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who rules the database, but has no signing key, puts another pool under a draw (改库). */
class ForgedShelfTests {

    private static final SigningRing STRANGER = SigningRing.of(new Signers("5b".repeat(32), "6a".repeat(32)));

    private final TestDatabase database = TestDatabase.fresh();
    private final DrawLedger ledger = new JdbcDrawLedger(
            database.jdbc(), LedgerScenes.SIGNERS, database.transaction().getTransactionManager());
    private final RevealedSeed seen = LedgerScenes.revealed("");
    private String drawNo;
    private FrozenDraw honest;

    @BeforeEach
    void freeze() {
        drawNo = database.transaction().execute(status -> {
            String number = ledger.nextDrawNo("XC", 2026);
            ledger.recordFrozen(
                    LedgerScenes.frozen(number, "XC-2026-F01", ledger.logHead(), new byte[0]), LedgerScenes.VERIFIERS);
            return number;
        });
        honest = ledger.frozen(drawNo);
        for (String table : new String[] {"frozen", "evidence", "log"}) {
            database.asSuperuser()
                    .sql("alter table draw." + table + " disable trigger all")
                    .update();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPoolSignedByAStrangerIsNotDrawnFrom() {
        FrozenDraw forged = forged(STRANGER);
        rewrite(forged, forged.files());
        relog("frozen", forged.files().get("manifest.json"));
        distrusted("E-DRAW-KEY-MISSING");
    }

    @Test
    void aPoolUnderTheBureausNameWithoutItsSignatureIsNotDrawnFrom() {
        FrozenDraw forged = forged(STRANGER);
        Map<String, byte[]> files = new TreeMap<>(forged.files());
        byte[] manifest = text(files, "manifest.json")
                .replace(forged.keys().sm2(), honest.keys().sm2())
                .replace(forged.keys().ed25519(), honest.keys().ed25519())
                .getBytes(StandardCharsets.UTF_8);
        files.put("manifest.json", manifest);
        rewrite(forged, files);
        relog("frozen", manifest);
        distrusted("E-DRAW-FORGED");
        for (String half : new String[] {"sm2", "ed25519"}) {
            files.put("manifest.json." + half, honest.files().get("manifest.json." + half));
        }
        rewrite(forged, files);
        distrusted("E-DRAW-FORGED");
    }

    @Test
    void aManifestThatTheBureauSignedButTheLogDoesNotNameIsNotDrawnFrom() {
        FrozenDraw other = forged(LedgerScenes.SIGNERS);
        rewrite(other, other.files());
        distrusted("E-DRAW-FORGED");
        rewrite(honest, honest.files());
        database.asSuperuser().sql("delete from draw.log").update();
        distrusted("E-DRAW-FORGED");
    }

    @Test
    void theManifestOfAnotherDrawIsNotDrawnFrom() {
        FrozenDraw other = LedgerScenes.frozen(
                "XC-2026-0002", "XC-2026-F02", honest.request().logHead(), new byte[0]);
        rewrite(other, other.files());
        relog("frozen", other.files().get("manifest.json"));
        distrusted("E-DRAW-FORGED");
    }

    @Test
    void aPoolThatTheManifestDoesNotBindIsNotDrawnFrom() {
        FrozenDraw other = forged(LedgerScenes.SIGNERS);
        Map<String, byte[]> files = new TreeMap<>(honest.files());
        files.put("objects.jsonl", other.files().get("objects.jsonl"));
        files.put("objects.leaf", other.files().get("objects.leaf"));
        rewrite(honest, files);
        distrusted("E-DRAW-EVIDENCE");
        files.put("objects.jsonl", "[]\n".getBytes(StandardCharsets.UTF_8));
        rewrite(honest, files);
        distrusted("E-DRAW-EVIDENCE");
    }

    @Test
    void aResultThatWasRewrittenIsNotRead() {
        write(() -> ledger.recordOutcome(Draws.hold(honest, seen, LedgerScenes.SIGNERS)));
        byte[] result = ledger.paper(drawNo, "result.json");
        byte[] picks = ledger.paper(drawNo, "result.objects.csv");
        byte[] others = Draws.hold(forged(LedgerScenes.SIGNERS), seen, LedgerScenes.SIGNERS)
                .files()
                .get("result.objects.csv");
        put("result.objects.csv", others);
        refused("E-DRAW-EVIDENCE", () -> ledger.outcome(drawNo));
        byte[] bound = new String(result, StandardCharsets.UTF_8)
                .replace(digest(picks), digest(others))
                .getBytes(StandardCharsets.UTF_8);
        put("result.json", bound);
        relog("result", bound);
        refused("E-DRAW-FORGED", () -> ledger.outcome(drawNo));
        refused("E-DRAW-FORGED", () -> ledger.bundle(drawNo));
        put("result.json", result);
        put("result.objects.csv", picks);
        assertThat(ledger.distrusted()).as("nor is the log believed").hasSize(2);
        relog("result", result);
        assertThat(ledger.distrusted()).isEmpty();
        assertThat(ledger.outcome(drawNo)).isPresent();
    }

    /** Another pool under the same number, signed by whoever. */
    private FrozenDraw forged(SigningRing ring) {
        return LedgerScenes.frozen(drawNo, "XC-2026-F01", honest.request().logHead(), new byte[0], 45, ring);
    }

    private void rewrite(FrozenDraw draw, Map<String, byte[]> files) {
        files.forEach(this::put);
        database.asSuperuser()
                .sql("update draw.frozen set recusals = :recusals, manifest_sm3 = :sm3 where draw_no = :drawNo")
                .param("recusals", draw.recusalLines())
                .param("sm3", digest(files.get("manifest.json")))
                .param("drawNo", drawNo)
                .update();
    }

    private void put(String name, byte[] content) {
        assertThat(database.asSuperuser()
                        .sql("update draw.evidence set content = :content where draw_no = :drawNo and name = :name")
                        .param("content", content)
                        .param("drawNo", drawNo)
                        .param("name", name)
                        .update())
                .isOne();
    }

    /** The log with another digest in its newest line of that kind, the chain mended. */
    private void relog(String kind, byte[] document) {
        String line = database.jdbc()
                .sql("select line from draw.log where line like :kind")
                .param("kind", "%\"" + kind + "\"%")
                .query(String.class)
                .single();
        String[] fields = line.split("\"");
        String forged = line.replace(fields[7], digest(document));
        database.asSuperuser()
                .sql("update draw.log set line = :line, hash = :hash where line = :old")
                .param("line", forged)
                .param("hash", LogLine.hash(forged))
                .param("old", line)
                .update();
    }

    private void distrusted(String code) {
        refused(code, () -> Draws.hold(ledger.frozen(drawNo), seen, LedgerScenes.SIGNERS));
        refused(code, () -> ledger.bundle(drawNo));
        assertThat(ledger.outcome(drawNo)).isEmpty();
        assertThat(ledger.distrusted())
                .extracting(DrawLedger.Distrust::drawNo, DrawLedger.Distrust::code)
                .contains(org.assertj.core.groups.Tuple.tuple(drawNo, code));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> write(work))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void write(Runnable work) {
        database.transaction().executeWithoutResult(status -> work.run());
    }

    private static String digest(byte[] bytes) {
        return cn.zrzy.hub.kernel.Digest.sm3(bytes);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
