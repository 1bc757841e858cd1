package cn.zrzy.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One lie that suits any bundle, signed and sealed by the liar. */
final class RandomLies {

    private interface Lie {
        void tell(Forge f, Random random);
    }

    private static final Map<String, Lie> LIES = new TreeMap<>(Map.of(
            "an object dropped",
                    (f, r) -> f.rows("objects.jsonl", less(f.rows("objects.jsonl"), r))
                            .settle(),
            "an inspector twice", RandomLies::inspectorTwice,
            "a quota changed", RandomLies::quota,
            "a log entry dropped",
                    (f, r) -> f.rows("log.jsonl", less(f.rows("log.jsonl"), r)).settle(),
            "another root", RandomLies::root,
            "another seed",
                    (f, r) -> f.json("seed.json", s -> s.put("seed", SmallBundles.salt(1)))
                            .settle(),
            "a pick dropped", (f, r) -> csv(f, "result.objects.csv", r),
            "a seat dropped", (f, r) -> csv(f, "result.teams.csv", r),
            "a reserve dropped", (f, r) -> csv(f, "reserve.csv", r),
            "a byte changed", RandomLies::flip));

    private RandomLies() {}

    /** Tells one of them in a bundle that has what it needs; returns its name. */
    static String tell(Forge f, Random random) {
        List<String> names = new ArrayList<>(LIES.keySet());
        Collections.shuffle(names, random);
        for (String name : names) {
            String file = switch (name) {
                case "another seed" -> "seed.json";
                case "a pick dropped" -> "result.objects.csv";
                case "a seat dropped" -> "result.teams.csv";
                case "a reserve dropped" -> "reserve.csv";
                default -> "manifest.json";
            };
            boolean rows = !file.endsWith(".csv")
                    || f.files.containsKey(file) && f.text(file).lines().count() > 1;
            if (f.files.containsKey(file) && rows) {
                LIES.get(name).tell(f, random);
                return name;
            }
        }
        throw new IllegalStateException("no lie fits");
    }

    private static <T> List<T> less(List<T> rows, Random random) {
        List<T> out = new ArrayList<>(rows);
        out.remove(random.nextInt(out.size()));
        return out;
    }

    private static void csv(Forge f, String name, Random random) {
        List<String> lines = f.text(name).lines().toList();
        List<String> rows = less(lines.subList(1, lines.size()), random);
        rows.add(0, lines.get(0));
        f.text(name, String.join("\n", rows) + "\n").settle();
    }

    private static void inspectorTwice(Forge f, Random random) {
        List<ArrayNode> rows = f.rows("inspectors.jsonl");
        int n = random.nextInt(rows.size());
        rows.add(n, rows.get(n));
        f.rows("inspectors.jsonl", rows).settle();
    }

    private static void quota(Forge f, Random random) {
        f.json("rules.json", r -> {
                    ArrayNode row = (ArrayNode)
                            r.get("strata").get(random.nextInt(r.get("strata").size()));
                    row.set(
                            4,
                            Forge.array(row.get(4).asInt() + (row.get(4).asInt() == 0 || random.nextBoolean() ? 1 : -1))
                                    .get(0));
                })
                .settle();
    }

    private static void root(Forge f, Random random) {
        f.json(
                        "manifest.json",
                        m -> ((ArrayNode) m.at("/roots/objects"))
                                .set(
                                        random.nextInt(2),
                                        Forge.array(SmallBundles.salt(2)).get(0)))
                .sign("manifest.json")
                .result()
                .log()
                .seal();
    }

    /** Sealed again, but nothing else follows: the last line of the log alone binds nothing after it. */
    private static void flip(Forge f, Random random) {
        List<String> names = f.files.entrySet().stream()
                .filter(e -> e.getValue().length > 0
                        && !e.getKey().startsWith("seal")
                        && !e.getKey().equals("log.jsonl"))
                .map(Map.Entry::getKey)
                .toList();
        byte[] bytes = f.files.get(names.get(random.nextInt(names.size())));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        f.seal();
    }
}
