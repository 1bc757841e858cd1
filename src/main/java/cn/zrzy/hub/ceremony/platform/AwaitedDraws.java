package cn.zrzy.hub.ceremony.platform;

import cn.zrzy.hub.ceremony.terms.Tally;
import cn.zrzy.hub.plan.Scheme;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One round of questions to the platform (逐个询问), one draw after the other. */
final class AwaitedDraws {

    /** A draw that waits for the platform; a voided one has left its scheme, so its number stands here. */
    record Awaited(String drawNo, String schemeNo, String planNo) {

        static Awaited of(Scheme scheme) {
            return new Awaited(scheme.drawNo(), scheme.schemeNo(), scheme.planNo());
        }
    }

    private final Deque<Awaited> left;
    private final Tally tally = new Tally();
    private Awaited current;

    AwaitedDraws(List<Awaited> draws) {
        left = new ArrayDeque<>(draws);
    }

    boolean more() {
        return !left.isEmpty();
    }

    Awaited next() {
        current = left.remove();
        return current;
    }

    Awaited current() {
        return current;
    }

    Tally tally() {
        return tally;
    }
}
