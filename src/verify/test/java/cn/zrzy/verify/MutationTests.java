package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The mutation list of draw-protocol.md §4: each lie turns the named step red, in all three verifiers, with the same code at
 * the same place. The liar holds every key and makes digests, log and signatures fit again as far as the lie allows.
 */
class MutationTests {

    private static final Forge BASE = SmallBundles.drawn();
    static final Forge CORRECTED = sample("corrected");
    static final Forge OPENED = sample("opened");
    private static final Forge LADDER = sample("ladder");
    private static final Forge SHORT = sample("short");
    private static final String O = "objects.jsonl";
    private static final List<String> STEPS =
            List.of("form", "roots", "signatures", "log", "quotas", "seed", "picks", "teams", "optimal", "corrections");

    /** @param fault what the named step must say */
    record Lie(String name, String step, String fault, Forge on, Consumer<Forge> change) {
        @Override
        public String toString() {
            return name + " → " + step + " " + fault;
        }
    }

    static Lie lie(String name, String step, String fault, Consumer<Forge> change) {
        return new Lie(name, step, fault, BASE, change);
    }

    static Lie lieOn(Forge on, String name, String step, String fault, Consumer<Forge> change) {
        return new Lie(name, step, fault, on, change);
    }

    static Forge sample(String name) {
        try {
            return Forge.of(Files.readAllBytes(Path.of("src/test/resources/samples/draw/" + name + ".zip")))
                    .settle();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Lie> lies() {
        return Stream.of(
                        pool(),
                        rules(),
                        history(),
                        TimelineLies.all(),
                        RecipeLies.all(),
                        seed(),
                        teams(),
                        certificate(),
                        later())
                .flatMap(List::stream);
    }

    private static List<Lie> pool() {
        return List.of(
                lie(
                        "an object changed under its leaf",
                        "roots",
                        "E-LEAF",
                        f -> f.row(O, 3, r -> set(r, 2, "411024")).seal()),
                lie("an object changed, leaf and all, under the root", "roots", "E-ROOT", f -> {
                    f.row(O, 3, r -> set(r, 2, "411024"));
                    f.leaves("objects.leaf", Text.byteLines(f.files.get(O))).seal();
                }),
                lie(
                        "an object deleted",
                        "roots",
                        "E-LEAF",
                        f -> f.edit(O, t -> t.substring(t.indexOf('\n') + 1)).seal()),
                lie(
                        "an object deleted after the quotas",
                        "quotas",
                        "E-STRATA",
                        f -> f.edit(O, t -> t.substring(t.indexOf('\n') + 1)).settle()),
                lie("an object inserted after the quotas", "quotas", "E-STRATA", f -> {
                    List<ArrayNode> rows = f.rows(O);
                    ArrayNode more = rows.get(0).deepCopy();
                    set(more, 0, "ZR:1");
                    rows.add(more);
                    f.rows(O, rows).settle();
                }),
                lie(
                        "an object twice",
                        "form",
                        "E-DUP",
                        f -> f.edit(O, t -> t.substring(0, t.indexOf('\n') + 1) + t)
                                .settle()),
                lie(
                        "a credit class changed",
                        "quotas",
                        "E-STRATA",
                        f -> f.row(O, 1, r -> set(r, 4, "A")).settle()),
                lie(
                        "lines reordered",
                        "form",
                        "E-SORT",
                        f -> f.edit(O, MutationTests::swapFirstLines).settle()),
                lie(
                        "NFD text",
                        "form",
                        "E-NFC",
                        f -> f.edit("rules.json", t -> t.replace("重点检查", "重点e\u0301"))
                                .settle()),
                lie(
                        "a mark that Unicode 13 does not know, out of order",
                        "form",
                        "E-CHAR",
                        f -> f.edit("rules.json", t -> t.replace("重点检查", "重点q\u0301\u1dfa"))
                                .settle()),
                lie(
                        "text that reads backwards",
                        "form",
                        "E-CHAR",
                        f -> f.edit("rules.json", t -> t.replace("重点检查", "重点\u202e检查"))
                                .settle()),
                lie(
                        "a float",
                        "form",
                        "E-JSON",
                        f -> f.edit("rules.json", t -> t.replace("\"reserveBp\":5000", "\"reserveBp\":5000.0"))
                                .settle()),
                lie(
                        "a float ratio",
                        "form",
                        "E-JSON",
                        f -> f.edit("rules.json", t -> t.replace("[\"A\",2000,", "[\"A\",2000.0,"))
                                .settle()),
                lie(
                        "an exponent",
                        "form",
                        "E-JSON",
                        f -> f.edit("rules.json", t -> t.replace("\"reserveBp\":5000", "\"reserveBp\":5e3"))
                                .settle()),
                lie(
                        "null",
                        "form",
                        "E-JSON",
                        f -> f.edit("rules.json", t -> t.replace("\"atLeastOne\":1", "\"atLeastOne\":null"))
                                .seal()),
                lie(
                        "a duplicate key",
                        "form",
                        "E-JSON",
                        f -> f.edit(
                                        "seed.json",
                                        t -> t.replace("{\"decibits\":815", "{\"decibits\":815,\"decibits\":815"))
                                .seal()),
                lie(
                        "white space",
                        "form",
                        "E-JSON",
                        f -> f.edit("seed.json", t -> t.replace("{\"decibits\":", "{\"decibits\": "))
                                .seal()),
                lie(
                        "an escape that need not be",
                        "form",
                        "E-JSON",
                        f -> f.edit(O, t -> t.replaceFirst("\"A\"", "\"\\\\u0041\""))
                                .seal()),
                lie(
                        "a byte order mark",
                        "form",
                        "E-CHAR",
                        f -> f.text("seed.json", "\ufeff" + f.text("seed.json")).seal()),
                lie("bytes that are not UTF-8", "form", "E-UTF8", f -> {
                    f.files.put("redraws.jsonl", new byte[] {'[', '"', (byte) 0xc0, (byte) 0x80, '"', ']', '\n'});
                    f.seal();
                }),
                lie(
                        "no last line end",
                        "form",
                        "E-JSON",
                        f -> f.edit(O, String::stripTrailing).seal()),
                lie(
                        "a credit code with a wrong check character",
                        "form",
                        "E-FIELD",
                        f -> f.edit(
                                        O,
                                        t -> t.replace(
                                                SmallBundles.creditCode(12),
                                                SmallBundles.creditCode(12).substring(0, 17) + "!"))
                                .seal()),
                lie(
                        "a file too many",
                        "form",
                        "E-FILE",
                        f -> f.text("zz.txt", "x").seal()),
                lie("a file missing", "form", "E-FILE", f -> {
                    f.files.remove("reserve.csv");
                    f.seal();
                }),
                lie(
                        "a file cut short",
                        "form",
                        "E-JSON",
                        f -> f.edit("seed.json", t -> t.substring(0, t.length() / 2))
                                .seal()),
                lie("a file outside the seal", "form", "E-SEAL", f -> f.text("reserve.csv", Rows.PICKS + "\n")),
                lie(
                        "another draw's rules",
                        "form",
                        "E-FIELD",
                        f -> f.json("rules.json", r -> r.put("drawNo", "XC-2026-03"))
                                .settle()),
                lie(
                        "odd leaf doubled",
                        "roots",
                        "E-ROOT",
                        f -> f.json("manifest.json", m -> oddLeafDoubled(f, m))
                                .sign("manifest.json")
                                .result()
                                .log()
                                .seal()),
                lie(
                        "leaf prefix as node prefix",
                        "roots",
                        "E-LEAF",
                        f -> f.text("objects.leaf", withoutPrefix(f)).seal()),
                lie(
                        "a wrong count",
                        "roots",
                        "E-COUNT",
                        f -> f.json("manifest.json", m -> ((ObjectNode) m.get("counts")).put("objects", 15))
                                .sign("manifest.json")
                                .result()
                                .log()
                                .seal()),
                lie(
                        "other rules than committed",
                        "roots",
                        "E-RULES-HASH",
                        f -> f.json("rules.json", r -> r.put("firmCap", 4)).seal()),
                lie(
                        "other verifier than committed",
                        "roots",
                        "E-VERIFIER-HASH",
                        f -> f.text("README.txt", "x").seal()),
                lie(
                        "a result file changed",
                        "roots",
                        "E-RESULT-HASH",
                        f -> f.edit("reserve.csv", t -> t.replace("411", "412").replace("T01|A", "T01|Z"))
                                .seal()));
    }

    private static List<Lie> rules() {
        return List.of(
                lie("quota −1", "quotas", "E-QUOTA", f -> stratum(f, 1, 4, 2)),
                lie("quota +1", "quotas", "E-QUOTA", f -> stratum(f, 1, 4, 4)),
                lie("reserve +1", "quotas", "E-RESERVE", f -> stratum(f, 1, 5, 3)),
                lie("a ratio of its own", "quotas", "E-RATIO", f -> stratum(f, 1, 2, 2500)),
                lie(
                        "a general item above its limit",
                        "quotas",
                        "E-RATIO",
                        f -> f.json("rules.json", r -> set((ArrayNode) r.at("/items/0"), 4, 2500))
                                .settle()),
                lie(
                        "a stratum dropped",
                        "quotas",
                        "E-STRATA",
                        f -> f.json("rules.json", r -> ((ArrayNode) r.get("strata")).remove(0))
                                .settle()),
                lie(
                        "an unknown exclusion",
                        "quotas",
                        "E-EXCLUSION",
                        f -> f.json("rules.json", r -> ((ArrayNode) r.get("exclusions")).remove(1))
                                .settle()),
                lie(
                        "over the firm cap and not excluded",
                        "quotas",
                        "E-EXCLUSION",
                        f -> f.row(O, 0, r -> set(r, 7, 3)).settle()),
                lie(
                        "excluded count hidden",
                        "roots",
                        "E-COUNT",
                        f -> f.json("manifest.json", m -> ((ObjectNode) m.get("counts")).set("excluded", Forge.array()))
                                .settle()),
                lie("swapped pick with rank n+1", "picks", "E-PICK", MutationTests::swapWithReserve),
                lie(
                        "a ticket changed",
                        "picks",
                        "E-TICKET",
                        f -> f.edit("result.objects.csv", MutationTests::lastDigit)
                                .settle()),
                lie(
                        "a hidden reserve",
                        "picks",
                        "E-RESERVE",
                        f -> f.edit("reserve.csv", t -> t.substring(0, t.trim().lastIndexOf('\n') + 1))
                                .settle()));
    }

    private static List<Lie> history() {
        return List.of(
                lie(
                        "signature over other bytes",
                        "signatures",
                        "E-SIG-SM2",
                        f -> f.text("result.json.sm2", f.text("manifest.json.sm2"))
                                .seal()),
                lie(
                        "Ed25519 signature over other bytes",
                        "signatures",
                        "E-SIG-ED25519",
                        f -> f.text("manifest.json.ed25519", f.text("result.json.ed25519"))
                                .seal()),
                lie(
                        "another key under the seal",
                        "signatures",
                        "E-SIG-SM2",
                        f -> f.text("seal.json.sm2", "1".repeat(128) + "\n")),
                lie(
                        "r = 0",
                        "signatures",
                        "E-SIG-SM2",
                        f -> f.edit("seal.json.sm2", t -> "0".repeat(64) + t.substring(64))),
                lie(
                        "S + L",
                        "signatures",
                        "E-SIG-ED25519",
                        f -> f.edit("seal.json.ed25519", t -> t.substring(0, 126) + "ff\n")),
                lie(
                        "reveal deadline after the event",
                        "signatures",
                        "E-ORDER",
                        f -> seedPlan(f, s -> s.put("revealDeadline", "2026-05-22T21:15:00+08:00"))),
                lie(
                        "frozen after the deadline",
                        "signatures",
                        "E-ORDER",
                        f -> f.json("manifest.json", m -> m.put("frozenAt", "2026-05-21T18:00:00+08:00"))
                                .settle()),
                lie(
                        "result before the event",
                        "signatures",
                        "E-ORDER",
                        f -> f.json("result.json", r -> r.put("at", "2026-05-22T21:29:59+08:00"))
                                .settle()),
                lie(
                        "a stamp promised and missing",
                        "signatures",
                        "E-STAMP",
                        f -> f.json("manifest.json", m -> m.put("stampAuthority", "TSA"))
                                .settle()),
                lie("a stamp after the event", "signatures", "E-ORDER", f -> {
                    // Within the day that a stamp may take, so that only the order of events is wrong.
                    f.json(
                            "manifest.json",
                            m -> m.put("stampAuthority", "TSA").put("frozenAt", "2026-05-22T20:00:00+08:00"));
                    seedPlan(f, s -> s.put("revealDeadline", "2026-05-22T21:00:00+08:00"));
                    StampTests.stamp(f, Instant.parse("2026-05-22T13:31:00Z"), Instant.parse("2026-05-22T13:41:00Z"));
                }),
                lie("junk for a stamp", "signatures", "E-STAMP", f -> {
                    f.json("manifest.json", m -> m.put("stampAuthority", "TSA"));
                    f.text("manifest.json.tsr", "junk")
                            .text("result.json.tsr", "junk")
                            .settle();
                }),
                lie(
                        "a gap in the log",
                        "log",
                        "E-LOG-GAP",
                        f -> f.row("log.jsonl", 6, r -> set(r, 0, 8)).settle()),
                lie(
                        "broken log hash",
                        "log",
                        "E-LOG-CHAIN",
                        f -> f.row("log.jsonl", 2, r -> set(r, 5, SmallBundles.salt(1)))
                                .seal()),
                lie(
                        "time runs backwards in the log",
                        "log",
                        "E-LOG-CHAIN",
                        f -> f.row("log.jsonl", 6, r -> set(r, 1, "2026-05-22T21:39:00+08:00"))
                                .settle()),
                lie(
                        "another manifest than logged",
                        "log",
                        "E-LOG-DOCUMENT",
                        f -> f.json("manifest.json", m -> m.put("software", "x"))
                                .sign("manifest.json")
                                .result()
                                .seal()),
                lie("a second result", "log", "E-LOG-DOCUMENT", f -> {
                    List<ArrayNode> rows = f.rows("log.jsonl");
                    ArrayNode again = rows.get(6).deepCopy();
                    set(again, 0, 8);
                    rows.add(again);
                    f.rows("log.jsonl", rows).settle();
                }),
                lie(
                        "a draw number left out",
                        "log",
                        "E-DRAWNO",
                        f -> f.edit("log.jsonl", t -> t.replace("XC-2026-01", "XC-2026-00"))
                                .settle()),
                lie(
                        "an old draw number",
                        "log",
                        "E-DRAWNO",
                        f -> f.row("log.jsonl", 0, r -> set(r, 3, SmallBundles.DRAW_NO))
                                .log()
                                .seal()),
                lie(
                        "missing redraw record",
                        "log",
                        "E-REDRAW",
                        f -> f.text("redraws.jsonl", "").settle()),
                lie(
                        "shadow without a redraw record",
                        "log",
                        "E-REDRAW",
                        f -> f.json(
                                        "result.json",
                                        r -> r.put("status", "shadow")
                                                .put("reason", "x")
                                                .put("approver", "y"))
                                .settle()),
                lie(
                        "drawn, yet with a reason",
                        "log",
                        "E-REDRAW",
                        f -> f.json("result.json", r -> r.put("reason", "x")).settle()));
    }

    private static List<Lie> seed() {
        return List.of(
                lie(
                        "one seed digit",
                        "seed",
                        "E-SEED",
                        f -> f.edit("seed.json", t -> t.replace("\"314159\"", "\"314158\""))
                                .settle()),
                lie(
                        "a dropped reveal",
                        "seed",
                        "E-SEED",
                        f -> f.json("seed.json", s -> {
                                    ArrayNode r = (ArrayNode) s.at("/reveals/0");
                                    set(set(set(r, 1, ""), 2, ""), 3, "");
                                    s.set("missing", Forge.array("SSQ-1", "派驻纪检", "企业代表"));
                                })
                                .settle()),
                lie(
                        "a missing party not named",
                        "seed",
                        "E-REVEAL",
                        f -> f.json("seed.json", s -> s.set("missing", Forge.array("SSQ-1")))
                                .settle()),
                lie(
                        "a reveal after the deadline",
                        "seed",
                        "E-REVEAL",
                        f -> f.json(
                                        "seed.json",
                                        s -> set((ArrayNode) s.at("/reveals/0"), 2, "2026-05-21T18:00:01+08:00"))
                                .settle()),
                lie("another value than committed", "seed", "E-COMMIT", f -> {
                    f.json("seed.json", s -> set((ArrayNode) s.at("/reveals/0"), 1, SmallBundles.salt(5)));
                    f.json("seed.json", s -> s.put("seed", SmallBundles.seedOf(f)));
                    f.json("result.json", r -> r.put("seed", SmallBundles.seedOf(f)));
                    SmallBundles.redraw(f);
                    f.settle();
                }),
                lie(
                        "balls out of order",
                        "seed",
                        "E-SOURCE",
                        f -> f.edit("seed.json", t -> t.replace("01.05.08", "05.01.08"))
                                .settle()),
                lie(
                        "a ball that is not there",
                        "seed",
                        "E-SOURCE",
                        f -> f.edit("seed.json", t -> t.replace("77.80", "77.81"))
                                .settle()),
                lie("too little entropy", "seed", "E-ENTROPY", f -> seedPlan(f, s -> s.put("demand", 900))),
                lie("a demand below the law", "seed", "E-ENTROPY", f -> seedPlan(f, s -> s.put("demand", 639))),
                lie(
                        "an annual draw with ordinary entropy",
                        "seed",
                        "E-ENTROPY",
                        f -> f.json("manifest.json", m -> m.put("annual", 1)).settle()),
                lie(
                        "entropy counted twice",
                        "seed",
                        "E-ENTROPY",
                        f -> f.json("seed.json", s -> s.put("decibits", 816)).settle()),
                lie(
                        "another seed in the result",
                        "seed",
                        "E-SEED",
                        f -> f.json("result.json", r -> r.put("seed", SmallBundles.salt(6)))
                                .settle()),
                lieOn(
                        OPENED,
                        "another secret",
                        "seed",
                        "E-SECRET",
                        f -> f.json("secret.json", s -> s.put("secret", SmallBundles.salt(7)))
                                .settle()),
                lieOn(OPENED, "opened too early", "seed", "E-SECRET", f -> opened(f, "2026-12-20T00:00:00+08:00")),
                lieOn(OPENED, "never opened", "form", "E-FILE", f -> {
                    f.files.remove("secret.json");
                    f.settle();
                }),
                lieOn(OPENED, "opened too late", "seed", "E-SECRET-LATE", f -> opened(f, "2035-01-01T00:00:00+08:00")));
    }

    private static List<Lie> teams() {
        return List.of(
                lie("one inspector twice", "teams", "E-TEAM-TWICE", f -> seats(f, rows -> rows.set(1, rows.get(0)))),
                lie("one seat empty", "teams", "E-TEAM-SIZE", f -> seats(f, rows -> rows.remove(0))),
                lie(
                        "a team for nobody",
                        "teams",
                        "E-TEAM-SIZE",
                        f -> seats(
                                f,
                                rows -> rows.add(0, rows.get(0).replaceFirst("^[^,]+", SmallBundles.creditCode(6))))),
                lie(
                        "an unknown role",
                        "teams",
                        "E-ROLE",
                        f -> seats(f, rows -> rows.set(0, rows.get(0).replaceFirst("组长|组员", "观察员")))),
                lie(
                        "the wrong role",
                        "teams",
                        "E-ROLE",
                        f -> f.json(
                                        "rules.json",
                                        r -> r.withArray("teams")
                                                .forEach(t ->
                                                        set((ArrayNode) t.get(3).get(0), 1, "测绘科")))
                                .settle()),
                lie("expired certificate", "teams", "E-CERT", f -> inspector(f, used(f), r -> set(r, 4, "2026-06-29"))),
                lie("an absent inspector", "teams", "E-CAP", f -> inspector(f, used(f), r -> set(r, 6, 0))),
                lie("cap + 1", "teams", "E-CAP", f -> inspector(f, busiest(f), r -> set(r, 6, 1))),
                lie(
                        "another region",
                        "teams",
                        "E-ELIGIBLE",
                        f -> inspector(f, used(f), r -> r.set(2, Forge.array("4103")))),
                lie(
                        "an inspector nobody knows",
                        "teams",
                        "E-ELIGIBLE",
                        f -> seats(f, rows -> rows.set(0, rows.get(0).replaceFirst("ZF-41100-....", "ZF-41100-9999")))),
                lie("a recused pair", "teams", "E-RECUSED", MutationTests::recusePair),
                lie(
                        "an invented recusal",
                        "teams",
                        "E-RECUSED",
                        f -> f.text(
                                        "recusal.opened.jsonl",
                                        f.text("recusal.opened.jsonl").replaceFirst("ZF-41100-0001", "ZF-41100-0000"))
                                .settle()),
                lie(
                        "a pair ticket changed",
                        "teams",
                        "E-TICKET",
                        f -> f.edit("result.teams.csv", MutationTests::lastDigit)
                                .settle()),
                lie(
                        "seats out of order",
                        "teams",
                        "E-SORT",
                        f -> seats(f, rows -> Collections.swap(rows, 0, rows.size() - 1))),
                lie("eligibility altered", "teams", "E-ELIGIBLE", f -> {
                    byte[] bytes = f.files.get("eligibility.bin");
                    bytes[bytes.length - 1] ^= 1;
                    f.settle();
                }),
                lie(
                        "a ladder step too many",
                        "teams",
                        "E-LADDER",
                        f -> f.json("result.json", r -> r.put("ladder", 1)).settle()),
                lie(
                        "a ladder beyond its end",
                        "teams",
                        "E-LADDER",
                        f -> f.json("result.json", r -> r.put("ladder", 3)).settle()),
                lie("somebody let off", "teams", "E-LADDER", f -> {
                    f.json("result.json", r -> r.set("deferred", Forge.array("DK:411002-0001")));
                    Bundle b = SmallBundles.open(f);
                    Network net = Network.of(b, 0);
                    f.files.put(
                            "eligibility.bin",
                            net.eligibility(net.subjects(b.result().deferred())));
                    seats(f, rows -> rows.removeIf(x -> x.startsWith("DK:411002-0001")));
                }),
                lieOn(
                        SHORT,
                        "a sealed draw names whom it left out",
                        "teams",
                        "E-LADDER",
                        f -> f.json("result.json", r -> r.set("deferred", Forge.array("DK:411002-0001")))
                                .settle()),
                lieOn(
                        SHORT,
                        "a sealed draw lets one more off",
                        "teams",
                        "E-TEAM-SIZE",
                        f -> seats(
                                f,
                                rows -> rows.removeIf(
                                        x -> x.startsWith(rows.get(0).split(",")[0])))),
                lieOn(
                        LADDER,
                        "ladder step skipped",
                        "teams",
                        "E-LADDER",
                        f -> f.json("rules.json", r -> {
                                    ArrayNode ladder = r.withArray("ladder");
                                    ladder.insert(0, Forge.array("cap", "", "", 900));
                                })
                                .json(
                                        "result.json",
                                        r -> r.put("ladder", r.get("ladder").asInt() + 1))
                                .settle()));
    }

    private static List<Lie> certificate() {
        return List.of(
                lie(
                        "a price altered",
                        "optimal",
                        "E-PRICE",
                        f -> prices(f, b -> b.putLong(44, b.getLong(44) - (1L << 60)))),
                lie("a price far out", "optimal", "E-PRICE", f -> prices(f, b -> b.putLong(44, Long.MIN_VALUE))),
                lie(
                        "another salt in the prices",
                        "optimal",
                        "E-PRICE-FORM",
                        f -> prices(f, b -> b.put(8, (byte) (b.get(8) ^ 1)))),
                lie("no level", "optimal", "E-PRICE-FORM", f -> prices(f, b -> b.putInt(40, 0))),
                lie("prices cut short", "optimal", "E-PRICE-FORM", f -> {
                    byte[] bytes = f.files.get("prices.bin");
                    f.files.put("prices.bin", java.util.Arrays.copyOf(bytes, bytes.length - 8));
                    f.settle();
                }),
                lie("a level too many", "optimal", "E-PRICE-FORM", f -> {
                    byte[] bytes = f.files.get("prices.bin");
                    ByteBuffer two = ByteBuffer.allocate(2 * bytes.length - 44);
                    two.put(bytes).put(bytes, 44, bytes.length - 44).putInt(40, 2);
                    f.files.put("prices.bin", two.array());
                    f.settle();
                }),
                lie("feasible but not optimal", "optimal", "E-PRICE", MutationTests::worseTeam));
    }

    private static List<Lie> later() {
        return List.of(
                lie(
                        "current picks differ",
                        "corrections",
                        "E-CURRENT",
                        f -> f.edit("current.objects.csv", MutationTests::lastDigit)
                                .settle()),
                lie(
                        "current teams differ",
                        "corrections",
                        "E-CURRENT",
                        f -> f.edit("current.teams.csv", MutationTests::lastDigit)
                                .settle()),
                lieOn(
                        CORRECTED,
                        "a correction without approver",
                        "form",
                        "E-FIELD",
                        f -> f.row("corrections.jsonl", 0, r -> set(r, 7, "")).settle()),
                lieOn(
                        CORRECTED,
                        "corrections renumbered",
                        "corrections",
                        "E-CORRECTION",
                        f -> f.row("corrections.jsonl", 0, r -> set(r, 0, 2)).settle()),
                lieOn(
                        CORRECTED,
                        "a correction dropped",
                        "log",
                        "E-LOG-DOCUMENT",
                        f -> f.text("corrections.jsonl", "").settle()),
                lieOn(CORRECTED, "a hidden reserve use", "corrections", "E-CURRENT", f -> {
                    // The reserve stays in the lists; why it moved up is struck from corrections and log.
                    f.rows("corrections.jsonl", f.rows("corrections.jsonl").subList(0, 1));
                    List<ArrayNode> log = f.rows("log.jsonl");
                    f.rows("log.jsonl", log.subList(0, log.size() - 1)).settle();
                }),
                lieOn(CORRECTED, "a reserve passed over", "corrections", "E-CURRENT", f -> {
                    String gone = f.rows("corrections.jsonl").get(1).get(3).asText();
                    f.edit("current.objects.csv", t -> t.replace(movedUp(f), nextReserve(f, gone)))
                            .settle();
                }),
                lieOn(
                        CORRECTED,
                        "a correction that never touched the lists",
                        "corrections",
                        "E-CURRENT",
                        f -> f.text("current.teams.csv", f.text("result.teams.csv"))
                                .text("current.objects.csv", f.text("result.objects.csv"))
                                .settle()));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void everyLieTurnsItsStepRed(Lie lie) {
        Forge forge = lie.on.copy();
        lie.change.accept(forge);
        String report = AgreementTests.same(forge.zip(), "");
        Map<String, String> steps = SmallBundles.errors(report);
        assertThat(steps).containsEntry(lie.step, "fail " + lie.fault);
        assertThat(STEPS.subList(0, STEPS.indexOf(lie.step)))
                .as("no earlier step gives the lie away: " + steps)
                .noneMatch(earlier -> steps.get(earlier).startsWith("fail"));
        assertThat(AgreementTests.verdict(report)).isEqualTo("fail");
    }

    @Test
    void theBundlesLiedAboutAreTrueBefore() {
        for (Forge forge : List.of(BASE, CORRECTED, OPENED, LADDER, TimelineLies.voidedLate(), RecipeLies.rich())) {
            assertThat(AgreementTests.verdict(AgreementTests.same(forge.zip(), "")))
                    .isEqualTo("pass");
        }
    }

    @Test
    void aTruncatedFileIsNotConsistent() {
        byte[] zip = BASE.zip();
        for (int cut : new int[] {1, 22, 500, zip.length / 2, zip.length - 40}) {
            String report = AgreementTests.same(java.util.Arrays.copyOf(zip, zip.length - cut), "");
            assertThat(AgreementTests.verdict(report)).isNotEqualTo("pass");
        }
        String longer = AgreementTests.same(java.util.Arrays.copyOf(zip, zip.length + 1), "");
        assertThat(SmallBundles.errors(longer)).containsEntry("form", "fail E-ZIP");
    }

    @Test
    void aSealedDrawLeftClosedIsRed() throws IOException {
        byte[] sealed = Files.readAllBytes(Path.of("src/test/resources/samples/draw/sealed.zip"));
        String report = AgreementTests.same(sealed, "", "2035-01-01T00:00:00+08:00");
        assertThat(SmallBundles.errors(report)).containsEntry("seed", "fail E-SECRET-LATE");
    }

    @Test
    void aSealedBundleNamesNobodyThroughItsCorrections() throws IOException {
        byte[] sealed = Files.readAllBytes(Path.of("src/test/resources/samples/draw/sealed.zip"));
        byte[] opened = Files.readAllBytes(Path.of("src/test/resources/samples/draw/opened.zip"));
        assertThat(Forge.of(sealed).rows("corrections.jsonl")).isEmpty();
        List<ArrayNode> lines = Forge.of(opened).rows("corrections.jsonl");
        assertThat(lines).hasSize(1);
        byte[] talkative =
                Forge.of(sealed).rows("corrections.jsonl", lines).settle().zip();
        String report = AgreementTests.same(talkative, "");
        assertThat(SmallBundles.errors(report)).containsEntry("log", "fail E-LOG-DOCUMENT");
    }

    static ArrayNode set(ArrayNode row, int column, Object value) {
        row.set(column, Forge.JSON.<JsonNode>valueToTree(value));
        return row;
    }

    private static void stratum(Forge f, int n, int column, int value) {
        f.json("rules.json", r -> set((ArrayNode) r.at("/strata/" + n), column, value))
                .settle();
    }

    /** The opening and its line in the log, the last one. */
    private static void opened(Forge f, String at) {
        f.json("secret.json", s -> s.put("openedAt", at))
                .row("log.jsonl", f.rows("log.jsonl").size() - 1, r -> set(r, 1, at))
                .settle();
    }

    private static void seedPlan(Forge f, Consumer<ObjectNode> change) {
        f.json("manifest.json", m -> change.accept((ObjectNode) m.get("seed"))).settle();
    }

    private static void prices(Forge f, Consumer<ByteBuffer> change) {
        change.accept(ByteBuffer.wrap(f.files.get("prices.bin")));
        f.settle();
    }

    private static void seats(Forge f, Consumer<List<String>> change) {
        List<String> rows =
                new ArrayList<>(f.text("result.teams.csv").lines().skip(1).toList());
        change.accept(rows);
        f.text("result.teams.csv", Rows.SEATS + "\n" + String.join("\n", rows) + "\n")
                .settle();
    }

    private static void inspector(Forge f, String id, Consumer<ArrayNode> change) {
        List<ArrayNode> rows = f.rows("inspectors.jsonl");
        rows.stream().filter(r -> r.get(0).asText().equals(id)).forEach(change);
        f.rows("inspectors.jsonl", rows).settle();
    }

    private static String used(Forge f) {
        return f.text("result.teams.csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",")[2];
    }

    private static String busiest(Forge f) {
        List<String> ids = f.text("result.teams.csv")
                .lines()
                .skip(1)
                .map(l -> l.split(",")[2])
                .toList();
        return ids.stream()
                .max(java.util.Comparator.comparingInt(id -> Collections.frequency(ids, id)))
                .orElseThrow();
    }

    private static String lastDigit(String text) {
        char last = text.charAt(text.length() - 2);
        return text.substring(0, text.length() - 2) + (last == '0' ? '1' : '0') + "\n";
    }

    /** The line of the reserve that took a place after the draw. */
    private static String movedUp(Forge f) {
        List<String> drawn = f.text("result.objects.csv").lines().toList();
        return f.text("current.objects.csv")
                .lines()
                .filter(l -> !drawn.contains(l))
                .findFirst()
                .orElseThrow();
    }

    /** Of the same stratum, the reserve after the one that moved up; else the one that fell out comes back. */
    private static String nextReserve(Forge f, String gone) {
        String up = movedUp(f);
        return f.text("reserve.csv")
                .lines()
                .filter(l -> l.startsWith(up.substring(0, up.indexOf(',') + 1)) && !l.equals(up))
                .findFirst()
                .orElseGet(() -> f.text("result.objects.csv")
                        .lines()
                        .filter(l -> l.contains(gone))
                        .findFirst()
                        .orElseThrow());
    }

    private static String swapFirstLines(String text) {
        List<String> rows = new ArrayList<>(text.lines().toList());
        Collections.swap(rows, 0, 1);
        return String.join("\n", rows) + "\n";
    }

    private static void swapWithReserve(Forge f) {
        List<String> drawn =
                new ArrayList<>(f.text("result.objects.csv").lines().toList());
        List<String> reserve = new ArrayList<>(f.text("reserve.csv").lines().toList());
        String[] last = drawn.get(4).split(",");
        String[] next = reserve.get(2).split(",");
        assertThat(next[0]).isEqualTo(last[0]);
        drawn.set(4, String.join(",", last[0], last[1], next[2], next[3]));
        reserve.set(2, String.join(",", last[0], next[1], last[2], last[3]));
        f.text("result.objects.csv", String.join("\n", drawn) + "\n");
        f.text("reserve.csv", String.join("\n", reserve) + "\n").settle();
    }

    /** The recusal exists and is opened, and the pair was seated all the same. */
    private static void recusePair(Forge f) {
        String[] seat = f.text("result.teams.csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",");
        List<String> lines =
                new ArrayList<>(f.text("recusal.opened.jsonl").lines().toList());
        String line =
                Forge.line(Forge.array(seat[2], seat[0], SmallBundles.salt(77))).strip();
        lines.add(line);
        lines.sort(Text.BY_BYTES);
        f.text("recusal.opened.jsonl", String.join("\n", lines) + "\n");
        Forge one = new Forge();
        one.leaves("leaf", List.of(Text.utf8(line)));
        f.text("recusal.leaf", f.text("recusal.leaf") + one.text("leaf")).settle();
    }

    /** Another eligible inspector takes a seat: everything fits but the prices. */
    private static void worseTeam(Forge f) {
        Bundle b = SmallBundles.open(f);
        Network net = Network.of(b, 0);
        List<Papers.Seat> seats = new ArrayList<>(b.teams());
        for (int i = 0; i < seats.size(); i++) {
            Papers.Seat seat = seats.get(i);
            int role = net.plan(seat.subject()).role(seat.role());
            for (int line : net.mayServe(seat.subject()).get(role)) {
                String other = net.inspectors.get(line).id();
                boolean free = seats.stream()
                        .noneMatch(s -> s.subject().equals(seat.subject())
                                && s.inspector().equals(other));
                if (free) {
                    seats.set(i, new Papers.Seat(seat.subject(), seat.role(), other, ""));
                    f.text("result.teams.csv", SmallBundles.csv(net, seats)).settle();
                    return;
                }
            }
        }
        throw new IllegalStateException("nobody to swap");
    }

    private static String withoutPrefix(Forge f) {
        StringBuilder out = new StringBuilder();
        for (byte[] line : Text.byteLines(f.files.get(O))) {
            byte[] node = Hash.join(new byte[] {1}, line);
            out.append(Hash.SM3.hex(node))
                    .append(' ')
                    .append(Hash.SHA_256.hex(node))
                    .append('\n');
        }
        return out.toString();
    }

    /** CVE-2012-2459: the tree that repeats its last leaf. Seven leaves make it odd. */
    private static void oddLeafDoubled(Forge f, ObjectNode manifest) {
        ArrayNode roots = (ArrayNode) manifest.get("roots").get("recusals");
        for (int i = 0; i < 2; i++) {
            Hash hash = i == 0 ? Hash.SM3 : Hash.SHA_256;
            List<byte[]> level = new ArrayList<>();
            for (byte[] line : Text.byteLines(f.files.get("recusal.leaf"))) {
                String[] pair = new String(line, StandardCharsets.US_ASCII).split(" ");
                level.add(Bits.unhex(pair[i]));
            }
            assertThat(level.size() & 1).isOne();
            while (level.size() > 1) {
                if ((level.size() & 1) == 1) {
                    level.add(level.get(level.size() - 1));
                }
                List<byte[]> up = new ArrayList<>();
                for (int k = 0; k < level.size(); k += 2) {
                    up.add(Merkle.node(hash, level.get(k), level.get(k + 1)));
                }
                level = up;
            }
            set(roots, i, Bits.hex(level.get(0)));
        }
    }
}
