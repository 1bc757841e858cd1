package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The eleven steps over one bundle and their report. */
final class Verification {

    private record Step(String key, Consumer<Bundle> check) {}

    private static final List<Step> STEPS = List.of(
            new Step("form", FormStep::check),
            new Step("roots", RootStep::check),
            new Step("signatures", SignatureStep::check),
            new Step("log", LogStep::check),
            new Step("quotas", QuotaStep::check),
            new Step("seed", SeedStep::check),
            new Step("picks", PickStep::check),
            new Step("teams", TeamStep::check),
            new Step("optimal", OptimalStep::check),
            new Step("corrections", CorrectionStep::check));

    private Verification() {}

    /**
     * @param wanted subject id for step 11, "" for none
     * @param now time in the format of the bundle, for E-SECRET-LATE
     * @param firstOnly stop at the first red step
     */
    static Report run(byte[] container, String wanted, String now, String lang, boolean firstOnly) {
        Bundle b = new Bundle(container, now);
        // The digest of the whole is only printed, so it is made beside the steps.
        CompletableFuture<String> digest =
                CompletableFuture.supplyAsync(() -> firstOnly ? "" : Hash.SM3.hex(container));
        if (!Container.isZip(container) || !b.archive().readable()) {
            return Report.unusable(Hash.SM3.hex(container));
        }
        Map<String, Object> head = new TreeMap<>(Map.of("drawNo", "", "mode", "", "key", "", "stage", ""));
        try {
            head.put("drawNo", b.manifest().drawNo());
            head.put("mode", b.manifest().mode());
            head.put("key", Hash.SM3.hex(Bits.unhex(b.manifest().sm2())).substring(0, 16));
            head.put("stage", b.stage());
        } catch (Refused unreadable) {
            // The steps say so.
        }
        List<Report.Line> lines = new ArrayList<>();
        Map<String, Object> mine = new TreeMap<>();
        for (Step step : STEPS) {
            lines.add(line(b, lines.size() + 1, step.key, lang, wanted, () -> step.check.accept(b)));
            Report.Line last = lines.get(lines.size() - 1);
            if (last.old() || firstOnly && last.failed()) {
                break;
            }
        }
        if (lines.size() == STEPS.size()) {
            lines.add(line(b, 11, "mine", lang, wanted, () -> MineStep.check(b, wanted, mine)));
            if (lines.get(10).failed()) {
                mine.clear();
            }
        }
        return new Report(digest.join(), head, lines, mine, b.notes);
    }

    private static Report.Line line(Bundle b, int n, String key, String lang, String wanted, Runnable check) {
        if (skipped(b, n, wanted)) {
            return new Report.Line(n, key, "skip", null, lang);
        }
        try {
            check.run();
            return new Report.Line(n, key, "pass", null, lang);
        } catch (Refused e) {
            return new Report.Line(n, key, e.code.equals("E-ABSENT") ? "pass" : "fail", e, lang);
        } catch (RuntimeException e) {
            // Whatever goes wrong turns the step red: never green by accident.
            return new Report.Line(n, key, "fail", new Refused("E-INTERNAL", key, e.toString()), lang);
        }
    }

    private static boolean skipped(Bundle b, int n, String wanted) {
        if (n == 11) {
            return wanted.isEmpty();
        }
        try {
            String stage = b.stage();
            return stage.equals("FROZEN") && n >= 7
                    || stage.equals("SEALED") && n >= 7
                    || b.platform() && (n == 6 || n == 9);
        } catch (Refused unreadable) {
            return false;
        }
    }
}
