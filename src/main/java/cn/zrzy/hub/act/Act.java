package cn.zrzy.hub.act;

import java.util.Set;
import java.util.function.Consumer;

/**
 * 处置: one thing that a person may do, the same through every door. {@link ActDesk} does for each what is common to all:
 * who may, the preview, the reason, the moment at which it ends, one effect, the row in the trail. Its words are
 * {@code act.<name>}, {@code act.<name>.follows} and {@code act.<name>.done} of the message bundle.
 */
public interface Act {

    /** What it is done to (处置对象), which is also what its page returns to. */
    enum Target {
        PARTNER,
        NIGHT,
        RUN,
        BATCH,
        MESSAGE,
        JOB,
        ALERT,
        CHANNEL,
        WATCH,
        WINDOW,
        /** 对接单位或来源系统. */
        SYSTEM,
        /** 夜间任务或收取路由. */
        ROUTE
    }

    /** What a person has to say besides why (须填). */
    enum Wants {
        NOTHING,
        /** 自动恢复时间: it stops something. */
        UNTIL,
        /** 停机时间: each week or once, from when to when. */
        WINDOW,
        /** 文号: a number that the partner gave by another way. */
        NUMBER
    }

    /** {@code pause-partner}: verb and object; stands in addresses and, after {@code act.}, in the trail. */
    String name();

    Target target();

    /** The thing's own name for what a person may have called it: the trail knows a night by its date, not as today. */
    default String named(String of) {
        return of;
    }

    default Wants wants() {
        return Wants.NOTHING;
    }

    /** Roles that may do it; who decides what another asked for is a narrower matter. */
    default Set<String> roles() {
        return Set.of("OPERATOR", "LEAD");
    }

    /**
     * How it stands and what would follow; changes nothing.
     *
     * @throws cn.zrzy.hub.kernel.Rejected …-UNKNOWN when there is no such thing
     */
    Preview preview(String of);

    /**
     * Finds out what has to be asked of another house, outside any transaction: who waits for a stranger must hold neither a
     * connection to the database nor anybody's turn.
     *
     * @return what is left to do in the transaction
     */
    default Consumer<Press> ready(String of) {
        return press -> press(of, press);
    }

    /** Does it, in the transaction of its trail row; refuses by itself what {@link #preview} would bar. */
    void press(String of, Press press);
}
