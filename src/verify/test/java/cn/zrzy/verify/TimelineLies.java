package cn.zrzy.verify;

import static cn.zrzy.verify.MutationTests.CORRECTED;
import static cn.zrzy.verify.MutationTests.OPENED;
import static cn.zrzy.verify.MutationTests.lie;
import static cn.zrzy.verify.MutationTests.lieOn;
import static cn.zrzy.verify.MutationTests.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lies about when: a file dated back or forward, a draw out of its course, told by {@link MutationTests}. */
final class TimelineLies {

    private static final String LATE = "2026-05-22T21:50:00+08:00";
    private static final Forge SHADOW = MutationTests.sample("shadow");

    private TimelineLies() {}

    static List<MutationTests.Lie> all() {
        return List.of(
                lie(
                        "frozen earlier than logged",
                        "log",
                        "E-LOG-TIME",
                        f -> f.json("manifest.json", m -> m.put("frozenAt", "2026-05-01T09:00:00+08:00"))
                                .settle()),
                lie(
                        "frozen later than logged",
                        "log",
                        "E-LOG-TIME",
                        f -> f.json("manifest.json", m -> m.put("frozenAt", "2026-05-20T09:00:01+08:00"))
                                .settle()),
                lie(
                        "seed and result logged after the result says",
                        "log",
                        "E-LOG-TIME",
                        f -> f.row("log.jsonl", 5, r -> set(r, 1, LATE))
                                .row("log.jsonl", 6, r -> set(r, 1, LATE))
                                .settle()),
                lie(
                        "a seed logged before its result",
                        "log",
                        "E-LOG-TIME",
                        f -> f.row("log.jsonl", 5, r -> set(r, 1, "2026-05-22T21:35:00+08:00"))
                                .settle()),
                lie(
                        "a result later than logged",
                        "log",
                        "E-LOG-TIME",
                        f -> f.json("result.json", r -> r.put("at", LATE)).settle()),
                lie(
                        "a result before its seed",
                        "log",
                        "E-LOG-TIME",
                        f -> log(f, rows -> {
                            Collections.swap(rows, 5, 6);
                            return rows;
                        })),
                lie(
                        "another draw's result before its seed",
                        "log",
                        "E-LOG-TIME",
                        f -> log(f, rows -> {
                            Collections.swap(rows, 1, 2);
                            set(rows.get(1), 1, "2026-03-01T12:00:00+08:00");
                            return rows;
                        })),
                lie("another draw void before it was frozen", "log", "E-LOG-TIME", f -> {
                    f.row("redraws.jsonl", 0, r -> set(r, 1, "2026-03-01T10:00:00+08:00"));
                    log(f, rows -> {
                        rows.add(0, rows.remove(3));
                        set(rows.get(0), 1, "2026-03-01T10:00:00+08:00");
                        return rows;
                    });
                }),
                lie(
                        "a void dated back",
                        "log",
                        "E-LOG-TIME",
                        f -> f.row("redraws.jsonl", 0, r -> set(r, 1, "2026-03-02T08:00:00+08:00"))
                                .settle()),
                lieOn(
                        CORRECTED,
                        "a correction dated back",
                        "log",
                        "E-LOG-TIME",
                        f -> f.row("corrections.jsonl", 0, r -> set(r, 1, "2020-01-01T00:00:00+08:00"))
                                .settle()),
                lieOn(CORRECTED, "a correction logged before the result", "log", "E-LOG-TIME", f -> {
                    String at = f.json("result.json").get("at").asText();
                    f.row("corrections.jsonl", 0, r -> set(r, 1, at));
                    log(f, rows -> {
                        Collections.swap(rows, 2, 3);
                        set(rows.get(2), 1, at);
                        return rows;
                    });
                }),
                lieOn(
                        OPENED,
                        "an opening dated back",
                        "log",
                        "E-LOG-TIME",
                        f -> f.json("secret.json", s -> s.put("openedAt", "2026-12-23T22:11:00+08:00"))
                                .settle()),
                lie(
                        "voided before the result, yet drawn",
                        "log",
                        "E-REDRAW",
                        f -> voided(f, 5, "2026-05-21T10:00:00+08:00")),
                lieOn(
                        SHADOW,
                        "voided under another scheme",
                        "log",
                        "E-REDRAW",
                        f -> f.row("redraws.jsonl", 0, r -> set(r, 5, "XC-2026-F02"))
                                .settle()),
                lieOn(SHADOW, "a trial result without a void before it", "log", "E-REDRAW", f -> {
                    String at = f.json("result.json").get("at").asText();
                    f.row("redraws.jsonl", 0, r -> set(r, 1, at));
                    log(f, rows -> {
                        rows.add(rows.remove(1));
                        set(rows.get(3), 1, at);
                        return rows;
                    });
                }),
                lie(
                        "a reveal before the freeze",
                        "seed",
                        "E-REVEAL",
                        f -> seen(f, "reveals", "2026-05-20T08:59:59+08:00")),
                lie(
                        "an event seen before it happened",
                        "seed",
                        "E-SOURCE",
                        f -> seen(f, "sources", "2026-05-22T21:29:59+08:00")),
                lie(
                        "an event seen after the draw",
                        "seed",
                        "E-SOURCE",
                        f -> seen(f, "sources", "2026-05-22T21:40:01+08:00")));
    }

    private static void seen(Forge f, String kind, String at) {
        f.json("seed.json", s -> set((ArrayNode) s.get(kind).get(0), 2, at)).settle();
    }

    /** The rows in another order, numbered anew. */
    private static void log(Forge f, UnaryOperator<List<ArrayNode>> change) {
        List<ArrayNode> rows = change.apply(new ArrayList<>(f.rows("log.jsonl")));
        for (int i = 0; i < rows.size(); i++) {
            set(rows.get(i), 0, i + 1);
        }
        f.rows("log.jsonl", rows).settle();
    }

    private static void voided(Forge f, int row, String at) {
        List<ArrayNode> redraws = f.rows("redraws.jsonl");
        redraws.add(Forge.array(SmallBundles.DRAW_NO, at, "另有打算", "局长", "", "XC-2026-P01"));
        f.rows("redraws.jsonl", redraws);
        log(f, rows -> {
            rows.add(row, Forge.array(0, at, "void", SmallBundles.DRAW_NO, "", ""));
            return rows;
        });
    }

    /** A draw voided after its result keeps it. */
    static Forge voidedLate() {
        Forge f = SmallBundles.drawn();
        voided(f, 7, LATE);
        return f;
    }
}
