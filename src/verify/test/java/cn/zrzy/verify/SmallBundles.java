package cn.zrzy.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Small whole bundles, written without the hub: a fourth reading of docs/draw/bundle-format.md. Teams come from cycle
 * cancelling (Klein 1967), slow and plain, so nothing here shares a thought with the hub's cost scaling.
 */
final class SmallBundles {

    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static final String DRAW_NO = "XC-2026-02";

    private SmallBundles() {}

    /** Fourteen subjects, eight inspectors, two items, an earlier voided draw, one reveal missing. */
    static Forge drawn() {
        return drawn("SM3", f -> {});
    }

    static Forge drawn(String hash, Consumer<Forge> change) {
        Forge f = pool(hash);
        change.accept(f);
        freeze(f);
        draw(f);
        return f.settle();
    }

    /** As small as a whole bundle gets, for fuzzing: five subjects, five inspectors. */
    static Forge tiny() {
        return drawn("SM3", f -> {
            List<ArrayNode> objects = f.rows("objects.jsonl").subList(0, 5);
            f.rows("objects.jsonl", objects);
            f.rows("inspectors.jsonl", f.rows("inspectors.jsonl").subList(0, 5));
            f.leaves("recusal.leaf", recusals(objects));
            f.json("manifest.json", m -> ((ObjectNode) m.get("counts")).set("excluded", Forge.array()));
            f.json("rules.json", r -> {
                ((ArrayNode) r.at("/items/1")).set(5, Forge.array(1).get(0)).getClass();
                r.set(
                        "strata",
                        Forge.array(
                                List.of("T01|A", "T01", 2000, 2, 1, 1),
                                List.of("T01|B", "T01", 3000, 3, 1, 1),
                                List.of("T02|A", "T02", 10000, 1, 1, 0)));
            });
        });
    }

    static String creditCode(int n) {
        String body = "9141%013d".formatted(1000L * n + 7);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CODE.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CODE.charAt((31 - sum % 31) % 31);
    }

    static String salt(int n) {
        return Hash.SHA_256.hex(Text.utf8("salt " + n));
    }

    private static Forge pool(String hash) {
        Forge f = new Forge();
        List<ArrayNode> objects = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            objects.add(Forge.array(
                    creditCode(i),
                    "企业",
                    i % 3 == 0 ? "411002" : "411023",
                    i % 2 == 0 ? List.of("测绘") : List.of("地灾", "测绘"),
                    i % 4 == 0 ? "A" : "B",
                    i % 5 == 0 ? List.of("T01", "T02") : List.of("T01"),
                    i == 6 ? "CLOSED" : "",
                    i % 3,
                    salt(i)));
        }
        objects.forEach(
                o -> ((ArrayNode) o.get(3)).removeAll().addAll(sorted(o.get(3).size())));
        objects.add(Forge.array("DK:411002-0001", "地块", "411002", List.of(), "A", List.of("T02"), "", 0, salt(13)));
        f.rows("objects.jsonl", objects);
        List<ArrayNode> inspectors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            inspectors.add(Forge.array(
                    "ZF-41100-%04d".formatted(i),
                    i < 5 ? "执法支队" : "测绘科",
                    i % 2 == 0 ? List.of("4110") : List.of("411002", "411023"),
                    i == 7 ? List.of("矿产") : List.of("土地"),
                    i == 6 ? "2026-05-31" : "2028-12-31",
                    i % 3 == 0 ? 1 : 0,
                    i == 5 ? 0 : 6,
                    i % 2,
                    salt(100 + i)));
        }
        f.rows("inspectors.jsonl", inspectors);
        ObjectNode rules = Forge.JSON.createObjectNode();
        rules.put("atLeastOne", 1).put("drawHash", hash).put("drawNo", DRAW_NO).put("firmCap", 3);
        rules.set("exclusions", Forge.array(List.of("CAP", "已达年度上限"), List.of("CLOSED", "已注销")));
        rules.put("inspectionFrom", "2026-06-01")
                .put("inspectionTo", "2026-06-30")
                .put("reserveBp", 5000);
        rules.set(
                "items",
                Forge.array(
                        List.of("T01", "土地执法检查", "general", "S1", 5000, 0, List.of("土地")),
                        List.of("T02", "重点检查", "key", "S2", 10000, 3, List.of())));
        rules.set("ladder", Forge.array(List.of("cap", "", "", 2), List.of("defer", "", "", 1)));
        rules.set(
                "ratioSchemes",
                Forge.array(
                        List.of("S1", "信用分级", List.of(List.of("*", 3000, "其他"), List.of("A", 2000, "低风险"))),
                        List.of("S2", "重点", List.of(List.of("*", 10000, "全部")))));
        rules.set("stratifyBy", Forge.array("class"));
        rules.set(
                "teams",
                Forge.array(
                        List.of(
                                "重点组",
                                List.of("T02"),
                                3,
                                List.of(List.of("组长", "", 1, List.of(), 1, 2), List.of("组员", "", 0, List.of(), 1, 2))),
                        List.of(
                                "普通组",
                                List.of(),
                                2,
                                List.of(
                                        List.of("组长", "", 1, List.of(), 1, 2),
                                        List.of("组员", "", 0, List.of(), 0, 1)))));
        f.json("rules.json", rules);
        f.text("README.txt", "验证方法见 docs/draw/verify.md\n");
        f.files.put("manifest.json", Text.utf8(Forge.line(manifest())));
        f.text("corrections.jsonl", "");
        ArrayNode redraw = Forge.array("XC-2026-01", "2026-03-02T10:00:00+08:00", "设备故障", "局长", "", "XC-2026-P01");
        f.rows("redraws.jsonl", List.of(redraw));
        f.rows(
                "log.jsonl",
                List.of(
                        Forge.array(1, "2026-03-01T10:00:00+08:00", "frozen", "XC-2026-01", salt(900), ""),
                        Forge.array(2, "2026-03-01T12:00:00+08:00", "seed", "XC-2026-01", salt(901), ""),
                        Forge.array(3, "2026-03-02T09:00:00+08:00", "result", "XC-2026-01", salt(902), ""),
                        Forge.array(4, "2026-03-02T10:00:00+08:00", "void", "XC-2026-01", "", ""),
                        Forge.array(5, "2026-05-20T09:00:00+08:00", "frozen", DRAW_NO, "", ""),
                        Forge.array(6, "2026-05-22T21:40:00+08:00", "seed", DRAW_NO, "", ""),
                        Forge.array(7, "2026-05-22T21:40:00+08:00", "result", DRAW_NO, "", "")));
        f.files.put("seal.json", Text.utf8("{\"drawNo\":\"" + DRAW_NO + "\",\"files\":[],\"stage\":\"DRAWN\"}\n"));
        List<byte[]> recusals = recusals(objects);
        f.leaves("recusal.leaf", recusals);
        return f;
    }

    private static List<com.fasterxml.jackson.databind.JsonNode> sorted(int n) {
        List<com.fasterxml.jackson.databind.JsonNode> out = new ArrayList<>();
        (n == 1 ? List.of("测绘") : List.of("地灾", "测绘"))
                .stream()
                        .sorted(Text.BY_BYTES)
                        .forEach(x -> out.add(Forge.JSON.getNodeFactory().textNode(x)));
        return out;
    }

    /** Inspector 0001 may not check any subject with an even number. */
    static List<byte[]> recusals(List<ArrayNode> objects) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < objects.size(); i += 2) {
            out.add(Forge.line(
                            Forge.array("ZF-41100-0001", objects.get(i).get(0).asText(), salt(200 + i)))
                    .strip());
        }
        return out.stream().sorted(Text.BY_BYTES).map(Text::utf8).toList();
    }

    private static ObjectNode manifest() {
        ObjectNode m = Forge.JSON.createObjectNode();
        m.put("annual", 0).put("campaign", "XCZRZY-2026-S1").put("drawNo", DRAW_NO);
        m.put("frozenAt", "2026-05-20T09:00:00+08:00").put("logHead", "").put("mode", "L");
        m.put("protocol", "draw-protocol/1")
                .put("scheme", "XC-2026-P01")
                .put("software", "测试")
                .put("stampAuthority", "");
        ObjectNode counts = m.putObject("counts");
        counts.set("excluded", Forge.array(List.of("CAP", 0), List.of("CLOSED", 1)));
        m.putObject("disclosure").put("announced", 1).put("openAt", "").put("secret", "");
        m.putObject("keys");
        m.putObject("roots");
        ObjectNode seed = m.putObject("seed").put("demand", 640).put("revealDeadline", "2026-05-21T18:00:00+08:00");
        seed.set("parties", Forge.array(List.of("派驻纪检", ""), List.of("企业代表", ""), List.of("协查部门", "")));
        seed.set(
                "sources",
                Forge.array(
                        List.of("KL8-2026-131", "KL8", "第2026131期", "2026-05-22T21:30:00+08:00"),
                        List.of("DICE-1", "DICE", "6", "2026-05-22T21:20:00+08:00"),
                        List.of("SSQ-1", "SSQ", "备用", "2026-05-22T21:15:00+08:00")));
        m.set("verifiers", Forge.array(List.of("README.txt", "", "")));
        return m;
    }

    /** Quotas by the verifier's own rule would prove nothing: here they are counted by hand in {@link #strata}. */
    private static void freeze(Forge f) {
        Hash h = Hash.named(f.json("rules.json").get("drawHash").asText());
        if (!f.json("rules.json").has("strata")) {
            f.json("rules.json", r -> r.set("strata", strata()));
        }
        f.json("manifest.json", m -> {
            ArrayNode parties = (ArrayNode) m.get("seed").get("parties");
            for (int i = 0; i < parties.size(); i++) {
                String party = parties.get(i).get(0).asText();
                byte[] c = h.of(Hash.lengthPrefixed(
                        Text.utf8("SSJ/commit/v1"), Text.utf8(DRAW_NO), Text.utf8(party), Bits.unhex(salt(300 + i))));
                ((ArrayNode) parties.get(i))
                        .set(1, Forge.array(Bits.hex(c)).get(0))
                        .getClass();
            }
        });
        f.lists().log().manifest();
    }

    /** Item T01: A 4 of 4·20 % → 1, B 8 of 30 % → 3; T02: A and B by largest remainder of 3. */
    private static ArrayNode strata() {
        return Forge.array(
                List.of("T01|A", "T01", 2000, 4, 1, 1),
                List.of("T01|B", "T01", 3000, 8, 3, 2),
                List.of("T02|A", "T02", 10000, 2, 2, 0),
                List.of("T02|B", "T02", 10000, 2, 1, 1));
    }

    static String seedOf(Forge f) {
        ObjectNode m = f.json("manifest.json");
        ObjectNode s = f.json("seed.json");
        List<byte[]> parts = new ArrayList<>();
        parts.add(Text.utf8("SSJ/seed/v1"));
        String campaign = m.get("campaign").asText();
        parts.add(Text.utf8(campaign.isEmpty() ? DRAW_NO : campaign));
        s.get("sources")
                .forEach(x ->
                        parts.add(Text.utf8(x.get(0).asText() + ":" + x.get(1).asText())));
        List<String> values = new ArrayList<>();
        s.get("reveals").forEach(x -> values.add(x.get(1).asText()));
        parts.add(Text.utf8("commit-reveal:" + String.join("|", values)));
        Hash h = Hash.named(f.json("rules.json").get("drawHash").asText());
        return Bits.hex(h.of(Hash.lengthPrefixed(parts.toArray(byte[][]::new))));
    }

    private static void draw(Forge f) {
        ObjectNode s = Forge.JSON.createObjectNode().put("decibits", 815).put("drawNo", DRAW_NO);
        s.set("missing", Forge.array("SSQ-1", "企业代表"));
        s.set(
                "reveals",
                Forge.array(
                        List.of("派驻纪检", salt(300), "2026-05-21T17:00:00+08:00", salt(400)),
                        List.of("企业代表", "", "", ""),
                        List.of("协查部门", salt(302), "2026-05-21T17:30:00+08:00", "")));
        s.set(
                "sources",
                Forge.array(
                        List.of(
                                "KL8-2026-131",
                                "01.05.08.12.17.20.23.28.31.36.41.44.49.52.58.60.66.71.77.80",
                                "2026-05-22T21:31:00+08:00",
                                salt(401),
                                "中国福彩网"),
                        List.of("DICE-1", "314159", "2026-05-22T21:20:00+08:00", "", "许昌市公证处"),
                        List.of("SSQ-1", "", "", "", "")));
        s.put("seed", "");
        f.json("seed.json", s);
        f.json("seed.json", x -> x.put("seed", seedOf(f)));
        ObjectNode r = Forge.JSON.createObjectNode();
        r.put("approver", "")
                .put("at", "2026-05-22T21:40:00+08:00")
                .put("drawNo", DRAW_NO)
                .put("ladder", 0);
        r.put("reason", "").put("status", "drawn").set("deferred", Forge.array());
        r.set("shortfalls", Forge.array());
        r.set("manifest", Forge.array(salt(0), salt(0)));
        ArrayNode names = r.putArray("files");
        for (String name : List.of(
                "eligibility.bin",
                "prices.bin",
                "recusal.opened.jsonl",
                "reserve.csv",
                "result.objects.csv",
                "result.teams.csv",
                "seed.json")) {
            names.add(Forge.array(name, salt(0)));
        }
        f.json("result.json", r);
        f.json("result.json", x -> x.put("seed", f.json("seed.json").get("seed").asText()));
        redraw(f);
    }

    /** Everything that follows from pool, rules and seed, computed anew. */
    static void redraw(Forge f) {
        picks(f);
        Bundle b = open(f);
        Network net = Network.of(b, b.result().ladder());
        List<Papers.Seat> seats = optimum(net);
        f.text("result.teams.csv", csv(net, seats));
        f.files.put("eligibility.bin", net.eligibility(net.subjects(b.result().deferred())));
        f.files.put("prices.bin", prices(net, seats));
        f.files.putAll(CorrectionStep.replay(open(f)));
    }

    private static void picks(Forge f) {
        f.text("result.objects.csv", Rows.PICKS + "\n").text("reserve.csv", Rows.PICKS + "\n");
        f.text("recusal.opened.jsonl", "");
        Bundle b = open(f);
        StringBuilder drawn = new StringBuilder(Rows.PICKS + "\n");
        StringBuilder reserve = new StringBuilder(Rows.PICKS + "\n");
        StringBuilder named = new StringBuilder();
        for (Rules.Stratum s : b.rules().strata()) {
            List<PickStep.Ranked> ranking = PickStep.ranking(b).get(s.code());
            for (int i = 0; i < ranking.size(); i++) {
                PickStep.Ranked x = ranking.get(i);
                (i < s.places() ? drawn : reserve)
                        .append(String.join(",", s.code(), String.valueOf(i + 1), x.id(), Bits.hex(x.ticket())))
                        .append('\n');
                named.append(x.id()).append(' ');
            }
        }
        f.text("result.objects.csv", drawn.toString()).text("reserve.csv", reserve.toString());
        StringBuilder opened = new StringBuilder();
        for (byte[] line : recusals(f.rows("objects.jsonl"))) {
            String text = new String(line, java.nio.charset.StandardCharsets.UTF_8);
            if (named.indexOf(text.split("\"")[3]) >= 0) {
                opened.append(text).append('\n');
            }
        }
        f.text("recusal.opened.jsonl", opened.toString());
    }

    static Bundle open(Forge f) {
        return new Bundle(f.zip(), "2026-05-23T00:00:00+08:00");
    }

    static String csv(Network net, List<Papers.Seat> seats) {
        StringBuilder out = new StringBuilder(Rows.SEATS + "\n");
        seats.stream()
                .sorted((x, y) -> {
                    int c = Text.BY_BYTES.compare(x.subject(), y.subject());
                    c = c == 0
                            ? Integer.compare(
                                    net.plan(x.subject()).role(x.role()),
                                    net.plan(y.subject()).role(y.role()))
                            : c;
                    return c == 0 ? Text.BY_BYTES.compare(x.inspector(), y.inspector()) : c;
                })
                .forEach(x -> out.append(String.join(
                                ",",
                                x.subject(),
                                x.role(),
                                x.inspector(),
                                Bits.hex(net.pair(x.subject(), x.inspector()))))
                        .append('\n'));
        return out.toString();
    }

    /** Any feasible assignment, then negative cycles cancelled until none is left. */
    static List<Papers.Seat> optimum(Network net) {
        List<String> subjects = net.subjects(net.bundle.result().deferred());
        Map<String, String> seats = new TreeMap<>();
        Feasibility.Outcome start = Feasibility.of(net);
        for (int i = 0; i < start.held().size(); i++) {
            String inspector = net.inspectors.get(i).id();
            start.held()
                    .get(i)
                    .forEach((s, n) -> seats.put(
                            s + " " + inspector, net.plan(s).roles().get(n).name()));
        }
        for (; ; ) {
            Residual residual = new Residual(net, subjects, seats(seats));
            List<Residual.Arc> cycle = negativeCycle(residual);
            if (cycle.isEmpty()) {
                return seats(seats);
            }
            for (Residual.Arc a : cycle) {
                if (a.pair() != null) {
                    toggle(net, subjects, residual, a, seats);
                }
            }
        }
    }

    private static List<Papers.Seat> seats(Map<String, String> seats) {
        List<Papers.Seat> out = new ArrayList<>();
        seats.forEach((key, role) -> out.add(new Papers.Seat(key.split(" ")[0], role, key.split(" ")[1], "")));
        return out;
    }

    private static void toggle(
            Network net, List<String> subjects, Residual residual, Residual.Arc a, Map<String, String> seats) {
        int roleNode = a.sign() > 0 ? a.from() : a.to();
        int inspectorNode = a.sign() > 0 ? a.to() : a.from();
        int top = 0;
        for (String s : subjects) {
            int roles = net.plan(s).roles().size();
            if (roleNode > top && roleNode <= top + roles) {
                int first = residual.nodes - 1 - net.inspectors.size();
                String key = s + " " + net.inspectors.get(inspectorNode - first).id();
                if (a.sign() > 0) {
                    seats.put(key, net.plan(s).roles().get(roleNode - top - 1).name());
                } else {
                    seats.remove(key);
                }
            }
            top += 1 + roles;
        }
    }

    /** Bellman and Ford from everywhere at once. */
    private static List<Residual.Arc> negativeCycle(Residual r) {
        long[] distance = new long[r.nodes];
        Residual.Arc[] came = new Residual.Arc[r.nodes];
        Residual.Arc last = null;
        for (int round = 0; round <= r.nodes; round++) {
            last = null;
            for (Residual.Arc a : r.arcs) {
                if (distance[a.from()] + a.cost(1) < distance[a.to()]) {
                    distance[a.to()] = distance[a.from()] + a.cost(1);
                    came[a.to()] = a;
                    last = a;
                }
            }
            if (last == null) {
                return List.of();
            }
        }
        int node = last.to();
        for (int i = 0; i < r.nodes; i++) {
            node = came[node].from();
        }
        List<Residual.Arc> out = new ArrayList<>();
        int at = node;
        do {
            out.add(came[at]);
            at = came[at].from();
        } while (at != node);
        return out;
    }

    /** Shortest distances are prices; level 1 only. */
    static byte[] prices(Network net, List<Papers.Seat> seats) {
        Residual r = new Residual(net, net.subjects(net.bundle.result().deferred()), seats);
        long[] distance = new long[r.nodes];
        for (boolean again = true; again; ) {
            again = false;
            for (Residual.Arc a : r.arcs) {
                if (distance[a.from()] + a.cost(1) < distance[a.to()]) {
                    distance[a.to()] = distance[a.from()] + a.cost(1);
                    again = true;
                }
            }
        }
        ByteBuffer out = ByteBuffer.allocate(44 + 8 * (r.nodes - 1));
        out.put(Text.utf8("SSJPRC01")).put(net.bundle.binSalt()).putInt(1);
        for (int i = 0; i < r.nodes - 1; i++) {
            out.putLong(distance[i] - distance[r.nodes - 1]);
        }
        return out.array();
    }

    /** Byte arrays of a bundle, for messages. */
    static SortedMap<String, Integer> sizes(Forge f) {
        SortedMap<String, Integer> out = new TreeMap<>();
        f.files.forEach((name, bytes) -> out.put(name, bytes.length));
        return out;
    }

    static Map<String, String> errors(String reportJson) {
        Map<String, String> out = new HashMap<>();
        try {
            Forge.JSON.readTree(reportJson).get("steps").forEach(s -> {
                String code = s.get("errors").isEmpty()
                        ? ""
                        : s.get("errors").get(0).get("code").asText();
                out.put(s.get("key").asText(), s.get("status").asText() + " " + code);
            });
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    public static void main(String[] arguments) throws java.io.IOException {
        byte[] zip = drawn().zip();
        java.nio.file.Files.write(java.nio.file.Path.of(arguments[0]), zip);
        System.out.println(
                zip.length + " " + Arrays.toString(sizes(drawn()).entrySet().toArray()));
        System.out.println(Verification.run(zip, "", "2026-05-23T00:00:00+08:00", "zh", false)
                .readable("zh"));
    }
}
