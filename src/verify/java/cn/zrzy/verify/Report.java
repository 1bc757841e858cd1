package cn.zrzy.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 核验报告: for people, and as one line of canonical JSON for machines (docs/draw/bundle-format.md §9). */
record Report(String digest, Map<String, Object> head, List<Line> lines, Map<String, Object> mine, List<String> notes) {

    private static final Map<String, Words.Both> PHRASES = Map.ofEntries(
            Map.entry("pass", new Words.Both("✔ 通过", "✔ passed")),
            Map.entry("fail", new Words.Both("✖ 不通过", "✖ failed")),
            Map.entry("skip", new Words.Both("– 不适用", "– not applicable")),
            Map.entry(
                    "0",
                    new Words.Both(
                            "结论：一致。按公布的数据重新计算，结果与公布的相同。",
                            "Verdict: consistent. Recomputing from the published data gives the published result.")),
            Map.entry(
                    "1",
                    new Words.Both(
                            "结论：不一致。打 ✖ 的步骤没有通过，请保存本证据包并向监督单位反映。",
                            "Verdict: NOT consistent. The steps marked ✖ failed; keep this bundle and tell the supervisors.")),
            Map.entry(
                    "2",
                    new Words.Both(
                            "结论：无法核验。这不是抽取证据包，或文件不完整。",
                            "Verdict: unusable. This is not an evidence bundle, or it is incomplete.")),
            Map.entry(
                    "old",
                    new Words.Both(
                            "结论：无法用本版核验。请用这个证据包里自带的核验程序。",
                            "Verdict: not for this version. Use the verifier inside this bundle.")),
            Map.entry("draw", new Words.Both("抽取编号", "Draw")),
            Map.entry("key", new Words.Both("公钥指纹", "Key name")),
            Map.entry("root", new Words.Both("时间戳根证书 SHA-256", "Root of the time stamp, SHA-256")),
            Map.entry("absent", new Words.Both("不在名单中", "not in the pool")),
            Map.entry("in-pool", new Words.Both("在名单中，尚未抽取或尚未公开", "in the pool; not drawn yet, or not open yet")),
            Map.entry("excluded", new Words.Both("在名单中，但已排除", "in the pool, but excluded")),
            Map.entry("drawn", new Words.Both("被抽中", "drawn")),
            Map.entry("reserve", new Words.Both("列为备选", "on the reserve list")),
            Map.entry("not-drawn", new Words.Both("未被抽中", "not drawn")));

    /** One step; {@code fault} is null when nothing was found. */
    record Line(int step, String key, String status, Refused fault, String lang) {
        boolean failed() {
            return status.equals("fail");
        }

        /** Of a version of before: no later step could judge it, and its age is nobody's guilt. */
        boolean old() {
            return fault != null && fault.code.equals("E-OLD");
        }

        private Map<String, Object> json() {
            List<Object> errors = fault == null
                    ? List.of()
                    : List.of(new TreeMap<>(
                            Map.of("code", fault.code, "place", fault.place, "text", Words.fault(fault.code, lang))));
            return new TreeMap<>(Map.of("errors", errors, "key", key, "status", status, "step", (long) step));
        }
    }

    static Report unusable(String digest) {
        return new Report(
                digest,
                new TreeMap<>(Map.of("drawNo", "", "mode", "", "key", "", "stage", "")),
                List.of(),
                Map.of(),
                List.of());
    }

    int exit() {
        return lines.isEmpty() || lines.stream().anyMatch(Line::old)
                ? 2
                : lines.stream().anyMatch(Line::failed) ? 1 : 0;
    }

    String json() {
        Map<String, Object> out = new TreeMap<>(head);
        out.put("bundle", digest);
        out.put("exit", (long) exit());
        out.put("notes", notes);
        out.put("protocol", "draw-protocol/1");
        out.put("steps", lines.stream().map(Line::json).toList());
        out.put("subject", mine.isEmpty() ? "" : new TreeMap<>(mine));
        out.put("verdict", List.of("pass", "fail", "unusable").get(exit()));
        out.put("verifier", "java");
        return write(out);
    }

    /** RFC 8785 of strings, integers, lists and sorted maps. */
    private static String write(Object v) {
        if (v instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> write(e.getKey()) + ":" + write(e.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (v instanceof List<?> list) {
            return list.stream().map(Report::write).collect(Collectors.joining(",", "[", "]"));
        }
        String text = v.toString();
        return v instanceof Long ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    String readable(String lang) {
        StringBuilder out = new StringBuilder();
        if (!lines.isEmpty()) {
            out.append("%s %s%n%s %s   SM3 %s%n"
                    .formatted(phrase("draw", lang), head.get("drawNo"), phrase("key", lang), head.get("key"), digest));
        }
        for (Line line : lines) {
            out.append("%2d %s  %s%n".formatted(line.step, phrase(line.status, lang), Words.step(line.key, lang)));
            if (line.fault != null) {
                Refused f = line.fault;
                out.append("     %s %s: %s%s%n"
                        .formatted(
                                f.code, f.place, Words.fault(f.code, lang), f.why.isEmpty() ? "" : " (" + f.why + ")"));
            }
        }
        notes.forEach(n -> out.append("%s %s%n".formatted(phrase("root", lang), n)));
        if (!mine.isEmpty()) {
            out.append("%s: %s %s%n"
                    .formatted(
                            mine.get("id"),
                            phrase(mine.get("status").toString(), lang),
                            mine.getOrDefault("meaning", "")));
            if (mine.get("strata") instanceof List<?> strata) {
                strata.forEach(s -> out.append("     ").append(write(s)).append('\n'));
            }
        }
        return out.append(phrase(exit() == 2 && !lines.isEmpty() ? "old" : String.valueOf(exit()), lang))
                .toString();
    }

    private static String phrase(String key, String lang) {
        return PHRASES.get(key).in(lang);
    }
}
