package cn.zrzy.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Step 4: the log is one chain, draw numbers have no gap, voided draws are listed. */
final class LogStep {

    private LogStep() {}

    static void check(Bundle b) {
        List<byte[]> lines = Text.byteLines(b.raw("log.jsonl"));
        List<Papers.Entry> log = b.log();
        Map<String, Integer> numbers = new HashMap<>();
        String prev = Text.NO_DIGEST;
        String at = "";
        for (int i = 0; i < log.size(); i++) {
            Papers.Entry e = log.get(i);
            String place = "log.jsonl:" + (i + 1);
            Refused.unless(e.seq() == i + 1, "E-LOG-GAP", place, "");
            Refused.unless(e.prev().equals(prev) && at.compareTo(e.at()) <= 0, "E-LOG-CHAIN", place, "");
            prev = Hash.SM3.hex(lines.get(i));
            at = e.at();
            if (e.kind().equals("frozen")) {
                DrawNo no = DrawNo.of(e.drawNo());
                int expected = numbers.merge(no.prefix() + "-" + no.year(), 1, Integer::sum);
                Refused.unless(no.number() == expected, "E-DRAWNO", place, "");
            }
        }
        documents(b, log);
        redraws(b, log);
        LogTimes.check(b, log);
    }

    private record DrawNo(String prefix, String year, int number) {
        static DrawNo of(String text) {
            Matcher m = Text.DRAW_NO.matcher(text);
            if (!m.matches()) {
                throw new IllegalArgumentException(text);
            }
            return new DrawNo(m.group(1), m.group(2), Integer.parseInt(m.group(3)));
        }
    }

    private static void documents(Bundle b, List<Papers.Entry> log) {
        List<Papers.Entry> mine = log.stream()
                .filter(e -> e.drawNo().equals(b.manifest().drawNo()))
                .toList();
        b.corrections();
        Map<String, List<byte[]>> want = new LinkedHashMap<>();
        want.put("frozen", List.of(b.raw("manifest.json")));
        want.put("seed", present(b, "seed.json"));
        want.put("result", present(b, "result.json"));
        want.put("opened", present(b, "secret.json"));
        List<byte[]> corrections = Text.byteLines(b.raw("corrections.jsonl"));
        if (b.stage().equals("SEALED")) { // who was corrected is as closed as who was drawn
            Refused.unless(corrections.isEmpty(), "E-LOG-DOCUMENT", "log.jsonl", "correction");
        } else {
            want.put("correction", corrections);
        }
        want.forEach((kind, documents) -> {
            List<String> logged = mine.stream()
                    .filter(e -> e.kind().equals(kind))
                    .map(Papers.Entry::document)
                    .toList();
            List<String> there = documents.stream().map(Hash.SM3::hex).toList();
            Refused.unless(logged.equals(there), "E-LOG-DOCUMENT", "log.jsonl", kind);
        });
        boolean anchored = mine.stream()
                .filter(e -> e.kind().equals("frozen"))
                .allMatch(e -> e.prev().equals(b.manifest().logHead()));
        Refused.unless(anchored, "E-LOG-DOCUMENT", "log.jsonl", "logHead");
    }

    private static List<byte[]> present(Bundle b, String name) {
        return b.has(name) ? List.of(b.raw(name)) : List.of();
    }

    private static void redraws(Bundle b, List<Papers.Entry> log) {
        List<Papers.Redraw> redraws = b.redraws();
        List<byte[]> lines = Text.byteLines(b.raw("redraws.jsonl"));
        Set<String> listed = new TreeSet<>();
        for (int i = 0; i < redraws.size(); i++) {
            listed.add(redraws.get(i).drawNo() + " " + Hash.SM3.hex(lines.get(i)));
        }
        List<String> logged = log.stream()
                .filter(e -> e.kind().equals("void"))
                .map(e -> e.drawNo() + " " + e.document())
                .sorted()
                .toList();
        Refused.unless(logged.equals(List.copyOf(listed)), "E-REDRAW", "redraws.jsonl", "");
        Set<String> frozen = new HashSet<>();
        log.stream().filter(e -> e.kind().equals("frozen")).forEach(e -> frozen.add(e.drawNo()));
        for (int i = 0; i < redraws.size(); i++) {
            Papers.Redraw r = redraws.get(i);
            boolean mine = r.drawNo().equals(b.manifest().drawNo());
            boolean good = frozen.contains(r.drawNo())
                    && (!mine || r.scheme().equals(b.manifest().scheme()));
            Refused.unless(good, "E-REDRAW", "redraws.jsonl:" + (i + 1), "");
        }
        if (b.has("result.json")) {
            Papers.Result r = b.result();
            boolean shadow = r.status().equals("shadow");
            List<String> course = log.stream()
                    .filter(e -> e.drawNo().equals(r.drawNo()))
                    .map(Papers.Entry::kind)
                    .toList();
            boolean voided = course.subList(0, course.indexOf("result")).contains("void");
            boolean good = shadow == voided
                    && shadow != r.reason().isEmpty()
                    && shadow != r.approver().isEmpty();
            Refused.unless(good, "E-REDRAW", "result.json", "");
        }
    }
}
