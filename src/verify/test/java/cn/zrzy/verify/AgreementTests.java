package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three verifiers give the same report, byte for byte, on the hub's sample bundles and on bundles the hub did not write. */
class AgreementTests {

    private static final Path SAMPLES = Path.of("src/test/resources/samples/draw");

    @ParameterizedTest
    @CsvSource({
        "frozen, 7-8-9-10",
        "drawn, ''",
        "corrected, ''",
        "witnessed, ''",
        "sha256, ''",
        "sealed, 7-8-9-10",
        "opened, ''",
        "platform, 6-9",
        "replaced, 6-9",
        "shadow, ''",
        "ladder, ''",
        "moved, ''",
        "tie, ''",
        "short, ''",
        "shortshadow, ''"
    })
    void samplesOfTheHubPass(String name, String skipped) throws IOException {
        byte[] zip = Files.readAllBytes(SAMPLES.resolve(name + ".zip"));
        String report = same(zip, "");
        assertThat(verdict(report)).isEqualTo("pass");
        assertThat(SmallBundles.errors(report).values().stream()
                        .filter(s -> s.startsWith("skip"))
                        .count())
                .isEqualTo(1 + (skipped.isEmpty() ? 0 : skipped.split("-").length));
    }

    /** What a version of before could, and this one cannot, is named: no draw is called false for its age. */
    @Test
    void whatIsNoLongerSupportedIsSaidSo() throws IOException {
        String report = same(Files.readAllBytes(SAMPLES.resolve("research.zip")), "");
        assertThat(SmallBundles.errors(report)).containsExactly(Map.entry("form", "fail E-OLD"));
        assertThat(verdict(report)).isEqualTo("unusable");
        assertThat(report).contains("\"exit\":2");
        Forge weighted = Forge.of(Files.readAllBytes(SAMPLES.resolve("drawn.zip")));
        weighted.json("rules.json", r -> r.set("weights", Forge.array())).settle();
        assertThat(judged(weighted)).containsEntry("form", "fail E-OLD");
    }

    /** Everybody sees that the platform broke a rule, and that its team was replaced as the rules say. */
    @Test
    void aTeamThatThePlatformSentAgainstTheRulesIsRedAndItsReplacementGreen() throws IOException {
        Forge reseated = Forge.of(Files.readAllBytes(SAMPLES.resolve("reseated.zip")));
        assertThat(judged(reseated)).containsEntry("teams", "fail E-TEAM-SIZE").containsEntry("corrections", "pass ");
        for (String[] lie : new String[][] {{"3", "lawful"}, {"4", "豫K-00003"}, {"5", "RECUSED"}}) {
            Forge forged = Forge.of(Files.readAllBytes(SAMPLES.resolve("reseated.zip")));
            List<ArrayNode> lines = forged.rows("corrections.jsonl");
            String text = lie[1].equals("lawful") ? lines.get(1).get(3).asText() : lie[1];
            lines.get(0).set(Integer.parseInt(lie[0]), Forge.array(text).get(0));
            forged.rows("corrections.jsonl", lines).settle();
            assertThat(judged(forged)).as(lie[1]).containsEntry("corrections", "fail E-CORRECTION");
        }
        String[] teams = reseated.text("current.teams.csv").split("\n");
        String other = reseated.rows("inspectors.jsonl").stream()
                .map(person -> person.get(0).asText())
                .filter(card -> !teams[1].contains(card))
                .findFirst()
                .orElseThrow();
        teams[1] = teams[1].replaceAll(",[^,]*,$", "," + other + ",");
        reseated.text("current.teams.csv", String.join("\n", teams) + "\n").settle();
        assertThat(judged(reseated)).containsEntry("corrections", "fail E-CURRENT");
    }

    /** Whoever typed a value in cannot be his own witness, and nobody is named for a value that is not there. */
    @Test
    void twoPeopleStandForWhatWasTypedIn() throws IOException {
        for (String[] lie : new String[][] {{"何建国", "周敏"}, {"\"entered\":[[\"", "\"entered\":[[\"无此来源"}}) {
            Forge forged = Forge.of(Files.readAllBytes(SAMPLES.resolve("witnessed.zip")));
            String seed = forged.text("seed.json");
            assertThat(seed).contains(lie[0]);
            forged.text("seed.json", seed.replace(lie[0], lie[1])).settle();
            assertThat(judged(forged)).as(lie[1]).containsEntry("seed", "fail E-SOURCE");
        }
    }

    private static Map<String, String> judged(Forge forged) {
        return SmallBundles.errors(same(forged.zip(), ""));
    }

    @Test
    void bundlesWrittenWithoutTheHubPass() {
        assertThat(verdict(same(SmallBundles.drawn().zip(), ""))).isEqualTo("pass");
        assertThat(verdict(same(SmallBundles.drawn("SHA-256", f -> {}).zip(), "")))
                .isEqualTo("pass");
    }

    @Test
    void everySubjectGetsTheSameAnswer() throws IOException {
        Forge forge = SmallBundles.drawn();
        for (var row : forge.rows("objects.jsonl")) {
            String report = same(forge.zip(), row.get(0).asText());
            assertThat(report).contains("\"id\":\"" + row.get(0).asText() + "\"");
        }
        JsonNode absent = Forge.JSON.readTree(same(forge.zip(), "91410000000000999X"));
        assertThat(absent.at("/subject/status").asText()).isEqualTo("absent");
        assertThat(absent.at("/exit").asInt()).isZero();
        assertThat(absent.at("/steps/10/errors/0/code").asText()).isEqualTo("E-ABSENT");
        for (String name : new String[] {"frozen", "sealed", "platform", "corrected"}) {
            byte[] zip = Files.readAllBytes(SAMPLES.resolve(name + ".zip"));
            for (var row : Forge.of(zip).rows("objects.jsonl").subList(0, 12)) {
                same(zip, row.get(0).asText());
            }
        }
    }

    @Test
    void whatIsNoBundleIsUnusable() {
        for (byte[] junk : new byte[][] {{}, {1, 2, 3}, Text.utf8("PK not a zip"), new byte[100_000]}) {
            assertThat(verdict(same(junk, ""))).isEqualTo("unusable");
        }
        Forge empty = new Forge();
        empty.text("readme.txt", "x");
        assertThat(verdict(same(empty.zip(), ""))).isEqualTo("unusable");
    }

    /** $ of some languages also stands before a last LF, and some clocks know no year after 9999. */
    @Test
    void whatOneLanguageWouldReadOtherwiseIsRefusedByAll() {
        Forge name = SmallBundles.tiny();
        name.files.put("readme\n", new byte[0]);
        assertThat(SmallBundles.errors(same(name.seal().zip(), "")).get("form")).isEqualTo("fail E-ZIP");
        for (String time : new String[] {"9999-12-31T23:59:59+08:00", "0026-05-20T09:00:00+08:00"}) {
            Forge late = SmallBundles.tiny();
            late.json("manifest.json", m -> m.put("frozenAt", time).put("stampAuthority", "x"));
            String report = same(late.settle().seal().zip(), "");
            assertThat(SmallBundles.errors(report).get("form")).as(time).isEqualTo("fail E-FIELD");
        }
    }

    /** The one report that all three gave. */
    static String same(byte[] zip, String wanted) {
        return same(zip, wanted, Trio.NOW);
    }

    static String same(byte[] zip, String wanted, String now) {
        var reports = Trio.get().reports(zip, wanted, now);
        assertThat(reports.get(1)).as("python against java").isEqualTo(reports.get(0));
        assertThat(reports.get(2)).as("js against java").isEqualTo(reports.get(0));
        return reports.get(0);
    }

    static String verdict(String report) {
        try {
            return Forge.JSON.readTree(report).get("verdict").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
