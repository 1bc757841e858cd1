package cn.zrzy.hub.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One round of questions to the platform (逐个询问), one draw after the other. */
final class AwaitedDraws {

    /** @param abandoned null unless the draw was voided; then it is only asked about, never waited for */
    record Draw(String drawNo, Scheme scheme, Abandonments.Case abandoned) {

        static Draw of(Scheme scheme) {
            return new Draw(scheme.drawNo(), scheme, null);
        }
    }

    private final Deque<Draw> left;
    private final Tally tally = new Tally();
    private Draw current;

    AwaitedDraws(List<Draw> draws) {
        left = new ArrayDeque<>(draws);
    }

    boolean more() {
        return !left.isEmpty();
    }

    Draw next() {
        current = left.remove();
        return current;
    }

    Draw current() {
        return current;
    }

    Tally tally() {
        return tally;
    }
}
