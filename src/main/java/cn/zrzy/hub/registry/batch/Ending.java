package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.registry.SyncRun.State;
import java.time.Instant;

/**
 * Where a batch stands, and what is said of it.
 *
 * @param finishedAt when applied, held, refused, overtaken or abandoned; null before
 */
public record Ending(State state, String message, Instant finishedAt) {

    static Ending held(State held, String objection, Counts counts, Instant now) {
        return new Ending(
                held,
                "已拦截：" + objection + "。当前生效名录不变，抽取不受影响。" + counts.balance(held).sentence() + "；停用 " + counts.retired(),
                now);
    }

    static Ending dropped(State to, String why, Counts counts, Instant now) {
        return new Ending(to, why + "。" + counts.balance(to).sentence(), now);
    }

    Ending in(State next) {
        return new Ending(next, message, finishedAt);
    }

    Ending saying(String words) {
        return new Ending(state, words, finishedAt);
    }

    /** In the duty desk's words. */
    Outcome outcome(String unusual) {
        return switch (state) {
            case HELD -> Outcome.held(message);
            case APPLIED -> unusual.isEmpty() ? Outcome.done(message) : Outcome.partial(message + "；" + unusual);
            default -> Outcome.skipped(message);
        };
    }
}
