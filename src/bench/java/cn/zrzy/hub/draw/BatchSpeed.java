package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.verify.VerifySpeed;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * 一个批次从冻结到证据包: the whole bureau batch, step by step. Process CPU time beside the clock: on a busy machine the clock
 * tells of the neighbours, the CPU time does not.
 */
public final class BatchSpeed {

    private BatchSpeed() {}

    public static void batch(int subjects, int picks, int rounds) {
        DrawRequest request = request(subjects, picks);
        for (int round = 0; round < rounds; round++) {
            Lap lap = new Lap();
            FrozenDraw frozen = Draws.freeze(request, SampleDraw.SIGNERS);
            String freeze = lap.take();
            DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
            String draw = lap.take();
            byte[] bundle = SampleDraw.bundle(frozen, outcome);
            String pack = lap.take();
            FrozenDraw again = SampleDraw.thaw(frozen);
            DrawOutcome twice = Draws.hold(again, SampleDraw.revealed(), SampleDraw.SIGNERS);
            if (!java.util.Arrays.equals(
                    outcome.files().get("result.json"), twice.files().get("result.json"))) {
                throw new IllegalStateException("two runs, two results");
            }
            String derive = lap.take();
            VerifySpeed.passes(bundle);
            System.out.printf(
                    Locale.ROOT,
                    "batch %d subjects, %d picks, ms (cpu): freeze %s, draw %s, bundle of %.1f MB %s;"
                            + " read back and derived again %s; all eleven steps by verify.jar's classes %s%n",
                    subjects,
                    outcome.picks().size(),
                    freeze,
                    draw,
                    bundle.length / 1e6,
                    pack,
                    derive,
                    lap.take());
        }
    }

    private static final class Lap {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long clock = System.nanoTime();
        private long cpu = system.getProcessCpuTime();

        String take() {
            long clockBefore = clock;
            long cpuBefore = cpu;
            clock = System.nanoTime();
            cpu = system.getProcessCpuTime();
            return String.format(Locale.ROOT, "%.0f (%.0f)", (clock - clockBefore) / 1e6, (cpu - cpuBefore) / 1e6);
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
