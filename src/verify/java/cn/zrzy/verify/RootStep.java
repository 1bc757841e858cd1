package cn.zrzy.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Step 2: leaves, roots and counts of the lists; digests of rules, verifiers and result files. */
final class RootStep {

    private RootStep() {}

    static void check(Bundle b) {
        b.subjects();
        leaves(b, "objects");
        b.inspectors();
        leaves(b, "inspectors");
        root(b, "recusals", b.leaves("recusal.leaf"));
        Map<String, Long> counted = new HashMap<>();
        b.subjects().stream()
                .filter(s -> !s.exclusion().isEmpty())
                .forEach(s -> counted.merge(s.exclusion(), 1L, Long::sum));
        Map<String, Long> listed = new HashMap<>(b.manifest().excluded());
        listed.values().removeIf(n -> n == 0);
        Refused.unless(listed.equals(counted), "E-COUNT", "manifest.json", "excluded");
        Refused.unless(both(b.raw("rules.json")).equals(b.manifest().rules()), "E-RULES-HASH", "rules.json", "");
        for (Manifest.Verifier v : b.manifest().verifiers()) {
            boolean good = both(b.raw(v.name())).equals(List.of(v.sm3(), v.sha256()));
            Refused.unless(good, "E-VERIFIER-HASH", v.name(), "");
        }
        if (!b.stage().equals("FROZEN")) {
            result(b);
        }
    }

    private static void leaves(Bundle b, String kind) {
        List<Papers.Leaf> leaves = b.leaves(kind + ".leaf");
        List<byte[]> lines = Text.byteLines(b.raw(kind + ".jsonl"));
        OptionalInt bad = Cores.range(Math.max(leaves.size(), lines.size()))
                .filter(i -> i >= leaves.size()
                        || i >= lines.size()
                        || !Arrays.equals(leaves.get(i).sm3(), Merkle.leaf(Hash.SM3, lines.get(i)))
                        || !Arrays.equals(leaves.get(i).sha256(), Merkle.leaf(Hash.SHA_256, lines.get(i))))
                .findFirst();
        Refused.unless(bad.isEmpty(), "E-LEAF", kind + ".leaf:" + (bad.orElse(0) + 1), "");
        root(b, kind, leaves);
    }

    private static void root(Bundle b, String kind, List<Papers.Leaf> leaves) {
        List<String> roots = Stream.of(Hash.SM3, Hash.SHA_256)
                .map(hash -> Bits.hex(Merkle.root(
                        hash, leaves.stream().map(l -> l.under(hash)).toList())))
                .toList();
        Refused.unless(roots.equals(b.manifest().roots().get(kind)), "E-ROOT", "manifest.json", kind);
        Refused.unless(leaves.size() == b.manifest().counts().get(kind), "E-COUNT", "manifest.json", kind);
    }

    private static void result(Bundle b) {
        Papers.Result r = b.result();
        Refused.unless(both(b.raw("manifest.json")).equals(r.manifest()), "E-RESULT-HASH", "result.json", "manifest");
        TreeSet<String> names = new TreeSet<>(
                List.of("eligibility.bin", "recusal.opened.jsonl", "result.objects.csv", "result.teams.csv"));
        if (!b.platform()) {
            names.addAll(List.of("prices.bin", "reserve.csv", "seed.json"));
        }
        Refused.unless(
                r.files().stream().map(Papers.Digested::name).toList().equals(List.copyOf(names)),
                "E-RESULT-HASH",
                "result.json",
                "files");
        for (Papers.Digested f : r.files()) {
            if (b.stage().equals("DRAWN") || f.name().equals("seed.json")) {
                Refused.unless(Hash.SM3.hex(b.raw(f.name())).equals(f.sm3()), "E-RESULT-HASH", f.name(), "");
            }
        }
    }

    private static List<String> both(byte[] bytes) {
        return List.of(Hash.SM3.hex(bytes), Hash.SHA_256.hex(bytes));
    }
}
