package cn.zrzy.hub.draw;

import java.util.List;
import java.util.Locale;

/** 一个批次从冻结到证据包: the whole bureau batch, step by step. */
public final class BatchSpeed {

    private BatchSpeed() {}

    public static void batch(int subjects, int picks) {
        DrawRequest request = request(subjects, picks);
        for (int round = 0; round < 6; round++) {
            long t0 = System.nanoTime();
            FrozenDraw frozen = Draws.freeze(request, SampleDraw.SIGNERS);
            long t1 = System.nanoTime();
            DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
            long t2 = System.nanoTime();
            byte[] bundle = SampleDraw.bundle(frozen, outcome);
            long t3 = System.nanoTime();
            FrozenDraw again = Draws.thaw(frozen.files(), frozen.recusalLines());
            DrawOutcome twice = Draws.hold(again, SampleDraw.revealed(), SampleDraw.SIGNERS);
            if (!java.util.Arrays.equals(
                    outcome.files().get("result.json"), twice.files().get("result.json"))) {
                throw new IllegalStateException("two runs, two results");
            }
            long t4 = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "batch %d subjects, %d picks: freeze %.0f + draw %.0f + bundle (%.1f MB) %.0f = %.0f ms; "
                            + "read back and derived again %.0f ms%n",
                    subjects,
                    outcome.picks().size(),
                    (t1 - t0) / 1e6,
                    (t2 - t1) / 1e6,
                    bundle.length / 1e6,
                    (t3 - t2) / 1e6,
                    (t3 - t0) / 1e6,
                    (t4 - t3) / 1e6);
        }
    }

    private static DrawRequest request(int subjects, int picks) {
        DrawRules r = SampleDraw.rules();
        DrawRules rules = new DrawRules(
                DrawHash.SM3,
                List.of("region"),
                List.of(new DrawItem("NRP-01", "测绘资质巡查", false, "X", 10000, picks, List.of())),
                List.of(new RatioScheme("X", "一个比例", List.of(new RatioScheme.ClassRatio("*", 500, "全部")))),
                true,
                1000,
                0,
                r.exclusions(),
                r.teams(),
                r.ladder(),
                r.inspectionFrom(),
                r.inspectionTo());
        return SampleDraw.with(SampleDraw.request(9, 150, 40), p -> {
            p.rules = rules;
            p.recusals = List.of();
            p.subjects = SampleDraw.subjects(subjects).stream()
                    .map(s -> new PoolSubject(
                            s.id(),
                            s.type(),
                            s.region(),
                            s.categories(),
                            s.creditClass(),
                            List.of("NRP-01"),
                            "",
                            0,
                            s.salt()))
                    .toList();
            return p;
        });
    }
}
