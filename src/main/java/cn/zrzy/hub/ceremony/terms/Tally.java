package cn.zrzy.hub.ceremony.terms;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a job over several schemes went (逐案结果): one that fails or waits never stops the others. */
public final class Tally {

    private final List<String> waiting = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String code = "";
    private int done;

    /** Another draw wrote its log line in between; the same work goes through a moment later. */
    private static final Set<String> CONTENDED = Set.of("E-DRAW-LOG-HEAD", "E-DRAW-LOG-ORDER");

    public static boolean contended(Rejected refusal) {
        return CONTENDED.contains(refusal.code());
    }

    public void attempt(String what, Runnable work) {
        try {
            work.run();
            done++;
        } catch (TryLater later) {
            later(later);
        } catch (Rejected refusal) {
            if (contended(refusal)) {
                waiting.add(what + " 与另一抽取同时登记，稍后再试：" + refusal.getMessage());
                return;
            }
            code = code.isEmpty() ? refusal.code() : code;
            refused.add(what + " 未成（" + refusal.code() + "）：" + refusal.getMessage());
        }
    }

    /** A scheme that is not even begun yet. */
    public void later(TryLater later) {
        waiting.add(later.getMessage());
    }

    /**
     * @param some sentence with the number done
     * @throws TryLater when a scheme waits; what was done stays done
     */
    public Outcome outcome(String some, String none) {
        if (!waiting.isEmpty()) {
            throw new TryLater(
                    String.join("；", waiting) + (refused.isEmpty() ? "" : "；" + String.join("；", refused)),
                    Duration.ZERO);
        }
        String message = done == 0 ? none : some.formatted(done);
        return refused.isEmpty()
                ? Outcome.done(message)
                : Outcome.refused(code, message + "；" + String.join("；", refused));
    }
}
