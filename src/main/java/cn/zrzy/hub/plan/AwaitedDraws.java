package cn.zrzy.hub.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One round of questions to the platform (逐个询问), one draw after the other. */
final class AwaitedDraws {

    private final Deque<Scheme> left;
    private final Tally tally = new Tally();
    private Scheme current;

    AwaitedDraws(List<Scheme> schemes) {
        left = new ArrayDeque<>(schemes);
    }

    boolean more() {
        return !left.isEmpty();
    }

    Scheme next() {
        current = left.remove();
        return current;
    }

    Scheme current() {
        return current;
    }

    Tally tally() {
        return tally;
    }
}
