package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.RandomDraws;
import cn.zrzy.hub.draw.RandomVectors;
import cn.zrzy.hub.fixtures.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * S12: the hub, the three verifiers and, for SHA-256, PostgreSQL compute the same bytes; whole bundles of random shape get
 * one report from all three verifiers, before and after a random lie.
 */
class CrossCodeTests {

    private static final int VECTORS = 10_000;
    private static final int BUNDLES = Integer.getInteger("verify.bundles", 25);
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void tenThousandVectorsAgreeInEveryCode() {
        for (int from = 0; from < VECTORS; from += 1000) {
            List<RandomVectors.Vector> vectors = IntStream.range(from, from + 1000)
                    .mapToObj(RandomVectors::of)
                    .toList();
            List<String> hub =
                    vectors.stream().map(RandomVectors.Vector::answer).toList();
            JsonNode questions = Forge.JSON.valueToTree(vectors.stream()
                    .map(v -> List.of(v.hash(), v.parts(), v.subject(), v.inspector()))
                    .toList());
            assertThat(vectors.stream().map(CrossCodeTests::java).toList())
                    .as("Java verifier")
                    .isEqualTo(hub);
            assertThat(Trio.get().vectorsByPython(questions)).as("verify.py").isEqualTo(hub);
            assertThat(Trio.get().vectorsByJs(questions)).as("verify.html").isEqualTo(hub);
            List<RandomVectors.Vector> sha =
                    vectors.stream().filter(v -> v.hash().equals("SHA-256")).toList();
            assertThat(sha).hasSize(500);
            assertThat(sql(sha))
                    .as("PostgreSQL")
                    .isEqualTo(sha.stream().map(RandomVectors.Vector::answer).toList());
        }
    }

    private static String java(RandomVectors.Vector v) {
        Hash h = Hash.named(v.hash());
        byte[] seed =
                h.of(Hash.lengthPrefixed(v.parts().stream().map(Text::utf8).toArray(byte[][]::new)));
        byte[] subject = Text.utf8(v.subject());
        byte[] inspector = Text.utf8(v.inspector());
        byte[] framed = Hash.join(new byte[] {(byte) subject.length}, subject);
        String ticket = h.hex(Hash.join(Text.utf8("SSJ1"), seed, framed));
        String pair =
                h.hex(Hash.join(Text.utf8("SSJ2"), seed, framed, new byte[] {(byte) inspector.length}, inspector));
        return Bits.hex(seed) + " " + ticket + " " + pair.substring(0, 10);
    }

    private static List<String> sql(List<RandomVectors.Vector> vectors) {
        return database.jdbc()
                .sql("""
                        with asked as (
                          select n, v->'parts' parts, convert_to(v->>'subject', 'UTF8') s, convert_to(v->>'inspector', 'UTF8') i
                          from jsonb_array_elements(cast(:vectors as jsonb)) with ordinality as a(v, n)),
                        seeded as (
                          select n, s, i, (
                            select sha256(string_agg(int4send(octet_length(p)) || p, ''::bytea order by k))
                            from (select k, convert_to(t, 'UTF8') p
                                  from jsonb_array_elements_text(parts) with ordinality as b(t, k)) lp) seed
                          from asked),
                        framed as (
                          select n, seed, set_byte('\\x00'::bytea, 0, octet_length(s)) || s s,
                                 set_byte('\\x00'::bytea, 0, octet_length(i)) || i i
                          from seeded)
                        select encode(seed, 'hex') || ' ' || encode(sha256('SSJ1'::bytea || seed || s), 'hex') || ' '
                               || left(encode(sha256('SSJ2'::bytea || seed || s || i), 'hex'), 10)
                        from framed order by n
                        """)
                .param("vectors", Forge.JSON.valueToTree(vectors).toString())
                .query(String.class)
                .list();
    }

    /** The whole draw of a published bundle in one statement, with nothing of ours in it but the seed. */
    @Test
    void postgresDrawsTheSameSubjects() throws IOException {
        Forge f = Forge.of(Files.readAllBytes(Path.of("src/test/resources/samples/draw/sha256.zip")));
        assertThat(f.json("rules.json").get("stratifyBy").toString()).isEqualTo("[\"class\",\"region\"]");
        List<String> drawn = database.jdbc()
                .sql("""
                        with pool as (
                          select o->>0 id, t || '|' || (o->>4) || '|' || (o->>2) stratum
                          from jsonb_array_elements(cast(:objects as jsonb)) o, jsonb_array_elements_text(o->5) t
                          where o->>6 = ''),
                        tickets as (
                          select id, stratum, sha256('SSJ1'::bytea || decode(:seed, 'hex')
                                   || set_byte('\\x00'::bytea, 0, length(id)) || convert_to(id, 'UTF8')) ticket
                          from pool),
                        ranked as (
                          select *, row_number() over (partition by stratum order by ticket) rank from tickets)
                        select stratum || ',' || rank || ',' || id || ',' || encode(ticket, 'hex')
                        from ranked join jsonb_array_elements(cast(:strata as jsonb)) s on s->>0 = stratum
                        where rank <= (s->>4)::int
                        order by stratum collate "C", rank
                        """)
                .param("objects", f.rows("objects.jsonl").toString())
                .param("strata", f.json("rules.json").get("strata").toString())
                .param("seed", f.json("seed.json").get("seed").asText())
                .query(String.class)
                .list();
        assertThat(drawn)
                .isNotEmpty()
                .isEqualTo(f.text("result.objects.csv").lines().skip(1).toList());
    }

    @Test
    void randomBundlesGetOneReportBeforeAndAfterALie() {
        Map<String, Integer> seen = new TreeMap<>();
        Map<String, Integer> lies = new TreeMap<>();
        for (int n = 0; n < BUNDLES; n++) {
            byte[] zip = RandomDraws.bundle(n);
            Forge forge = Forge.of(zip);
            String subject = forge.rows("objects.jsonl").get(0).get(0).asText();
            String report = AgreementTests.same(zip, subject);
            assertThat(AgreementTests.verdict(report))
                    .as("bundle " + n + ": " + report)
                    .isEqualTo("pass");
            features(forge).forEach(f -> seen.merge(f, 1, Integer::sum));
            Forge settled = forge.settle();
            assertThat(Verification.run(settled.zip(), "", Trio.NOW, "zh", true).exit())
                    .isZero();
            String lie = RandomLies.tell(settled, new Random(n));
            String red = AgreementTests.same(settled.zip(), subject);
            assertThat(AgreementTests.verdict(red))
                    .as("bundle " + n + ", " + lie)
                    .isEqualTo("fail");
            lies.merge(lie, 1, Integer::sum);
        }
        System.out.printf("seen S12: %d bundles, one report each: %s; and after a lie: %s%n", BUNDLES, seen, lies);
        assertThat(seen.keySet())
                .contains(
                        "SM3",
                        "SHA-256",
                        "announced",
                        "unannounced",
                        "FROZEN",
                        "SEALED",
                        "DRAWN",
                        "mode L",
                        "mode P",
                        "ladder",
                        "deferred",
                        "corrected",
                        "shadow",
                        "campaign");
    }

    private static List<String> features(Forge f) {
        List<String> out = new ArrayList<>();
        JsonNode manifest = f.json("manifest.json");
        out.add(f.json("rules.json").get("drawHash").asText());
        out.add("mode " + manifest.get("mode").asText());
        out.add(manifest.at("/disclosure/announced").asInt() == 1 ? "announced" : "unannounced");
        out.add(f.json("seal.json").get("stage").asText());
        if (!manifest.get("campaign").asText().isEmpty()) {
            out.add("campaign");
        }
        if (f.files.get("corrections.jsonl").length > 0) {
            out.add("corrected");
        }
        if (f.files.containsKey("result.json")) {
            JsonNode result = f.json("result.json");
            out.addAll(result.get("ladder").asInt() > 0 ? List.of("ladder") : List.of());
            out.addAll(result.get("deferred").isEmpty() ? List.of() : List.of("deferred"));
            out.addAll(result.get("status").asText().equals("shadow") ? List.of("shadow") : List.of());
        }
        return out;
    }
}
