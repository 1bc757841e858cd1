package cn.zrzy.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Step 4, last part: an entry bears the very time that its document gives itself, and every draw runs its course in order.
 * Without it a manifest written after the event could carry an early {@code frozenAt}.
 */
final class LogTimes {

    private static final Map<String, Integer> COURSE =
            Map.of("frozen", 0, "void", 0, "seed", 1, "result", 2, "correction", 3, "opened", 3);

    private LogTimes() {}

    static void check(Bundle b, List<Papers.Entry> log) {
        Map<String, Deque<String>> mine = documents(b);
        Map<String, String> voids = new HashMap<>();
        b.redraws().forEach(r -> voids.put(r.drawNo(), r.at()));
        Map<String, Integer> reached = new HashMap<>();
        for (int i = 0; i < log.size(); i++) {
            Papers.Entry e = log.get(i);
            String place = "log.jsonl:" + (i + 1);
            int stage = COURSE.get(e.kind());
            Integer before = reached.get(e.drawNo());
            // A void may come at any time after the freeze, and moves nothing on.
            boolean ordered =
                    before == null ? e.kind().equals("frozen") : e.kind().equals("void") || stage >= before;
            String said = e.kind().equals("void") ? voids.get(e.drawNo()) : e.at();
            if (e.drawNo().equals(b.manifest().drawNo()) && mine.containsKey(e.kind())) {
                said = mine.get(e.kind()).remove();
            }
            Refused.unless(ordered && e.at().equals(said), "E-LOG-TIME", place, said);
            reached.merge(e.drawNo(), stage, Math::max);
        }
    }

    /** Times of this draw's documents by kind of entry; closed ones are not among them. */
    private static Map<String, Deque<String>> documents(Bundle b) {
        Map<String, Deque<String>> out = new HashMap<>();
        out.put("frozen", new ArrayDeque<>(List.of(b.manifest().frozenAt())));
        if (b.has("result.json")) {
            String at = b.result().at();
            out.put("seed", new ArrayDeque<>(List.of(at)));
            out.put("result", new ArrayDeque<>(List.of(at)));
        }
        if (b.has("secret.json")) {
            out.put("opened", new ArrayDeque<>(List.of(b.secret().openedAt())));
        }
        if (!b.stage().equals("SEALED")) {
            List<String> times =
                    b.corrections().stream().map(Papers.Correction::at).toList();
            out.put("correction", new ArrayDeque<>(times));
        }
        return out;
    }
}
