package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Step 11: "am I in the pool, and why was I (not) drawn?", with a proof that needs nobody's word. */
final class MineStep {

    private MineStep() {}

    /** Fills {@code answer} even when the subject is absent, which is a finding (E-ABSENT) and not a failure. */
    static void check(Bundle b, String wanted, Map<String, Object> answer) {
        List<Papers.Subject> pool = b.subjects();
        Rules rules = b.rules();
        List<byte[]> leaves = b.leaves("objects.leaf").stream()
                .map(l -> l.under(rules.hash()))
                .toList();
        int below = 0;
        while (below < pool.size() && Text.BY_BYTES.compare(pool.get(below).id(), wanted) < 0) {
            below++;
        }
        answer.put("id", wanted);
        if (below == pool.size() || !pool.get(below).id().equals(wanted)) {
            answer.put("status", "absent");
            answer.put("left", below == 0 ? "" : pool.get(below - 1).id());
            answer.put("right", below == pool.size() ? "" : pool.get(below).id());
            throw new Refused("E-ABSENT", "objects.jsonl", "");
        }
        Papers.Subject s = pool.get(below);
        List<byte[]> path = Merkle.path(rules.hash(), below, leaves);
        String root = b.manifest().roots().get("objects").get(rules.hash() == Hash.SM3 ? 0 : 1);
        byte[] leaf =
                Merkle.leaf(rules.hash(), Text.byteLines(b.raw("objects.jsonl")).get(below));
        byte[] found = Merkle.rootFromPath(rules.hash(), leaf, below, leaves.size(), path);
        boolean proven = found != null && Bits.hex(found).equals(root);
        Refused.unless(proven, "E-ROOT", "objects.leaf:" + (below + 1), "");
        answer.put("hash", rules.hash().label);
        answer.put("index", (long) below);
        answer.put("size", (long) leaves.size());
        answer.put("path", path.stream().map(Bits::hex).toList());
        answer.put("root", root);
        answer.put("exclusion", s.exclusion());
        answer.put("meaning", rules.exclusions().getOrDefault(s.exclusion(), ""));
        List<Map<String, Object>> strata = new ArrayList<>();
        answer.put("strata", strata);
        answer.put("status", s.exclusion().isEmpty() ? "in-pool" : "excluded");
        if (s.exclusion().isEmpty() && b.stage().equals("DRAWN")) {
            Strata.of(b, s).keySet().forEach(code -> strata.add(stratum(b, s, code)));
            List<Object> all = strata.stream().map(x -> x.get("status")).toList();
            answer.put("status", all.contains("drawn") ? "drawn" : all.contains("reserve") ? "reserve" : "not-drawn");
        }
    }

    private static Map<String, Object> stratum(Bundle b, Papers.Subject subject, String code) {
        String id = subject.id();
        Map<String, Object> out =
                new TreeMap<>(Map.of("stratum", code, "ticket", "", "cutoff", "", "rank", 0L, "status", "not-drawn"));
        if (b.platform()) {
            if (b.drawn().stream()
                    .anyMatch(p -> p.stratum().equals(code) && p.subject().equals(id))) {
                out.put("status", "drawn");
            }
            return out;
        }
        Rules.Stratum s = b.rules().strata().stream()
                .filter(x -> x.code().equals(code))
                .findFirst()
                .orElseThrow();
        List<PickStep.Ranked> ranking = PickStep.ranking(b).get(code);
        out.put("ticket", Bits.hex(b.ticket("SSJ1", subject.id())));
        long places = s.places();
        if (places > 0) {
            out.put("cutoff", Bits.hex(ranking.get((int) places - 1).ticket()));
        }
        int rank = ranking.stream().map(PickStep.Ranked::id).toList().indexOf(id);
        if (rank >= 0) {
            out.put("rank", rank + 1L);
            out.put("status", rank < places ? "drawn" : "reserve");
        }
        return out;
    }
}
