package cn.zrzy.hub.console;

import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import java.util.List;

/**
 * 抽取现场 as the projector shows it: the scene, its seven steps, and whether anything may still change by itself.
 *
 * @param ended nothing is to come any more; the screen stops asking
 */
record Stage(DrawScene scene, List<Step> steps, boolean ended) {

    /** One of the seven. @param at when it was done; null until then */
    record Step(int no, Mark mark, Object at) {}

    private static final String DRAWN = "publish-draw-to-portal";
    private static final String VOIDED = "publish-void-to-portal";

    /** @param sent every dispatch that came of this draw number */
    static Stage of(DrawScene scene, List<DispatchSummary> sent) {
        boolean voided = scene.state() == DrawScene.State.VOID;
        DispatchSummary notice = sent.stream()
                .filter(dispatch -> dispatch.route().equals(voided ? VOIDED : DRAWN))
                .findFirst()
                .orElse(null);
        List<Step> steps = List.of(
                frozen(scene),
                published(scene),
                seeded(scene),
                drawn(scene, 4),
                drawn(scene, 5),
                signed(scene),
                announced(scene, notice));
        Mark last = steps.get(6).mark();
        boolean over = voided || scene.result() != null;
        return new Stage(scene, steps, over && (last == Mark.DONE || last == Mark.FAILED));
    }

    private static Step frozen(DrawScene scene) {
        return scene.pool() == null
                ? new Step(1, Mark.RUNNING, null)
                : new Step(1, Mark.DONE, scene.pool().frozenAt());
    }

    private static Step published(DrawScene scene) {
        DrawScene.Pool pool = scene.pool();
        if (pool == null) {
            return new Step(2, Mark.WAITING, null);
        }
        if (!pool.published()) {
            boolean hopeless = scene.waiting() != null && scene.waiting().next() == DrawScene.Next.ABANDON;
            return new Step(2, hopeless ? Mark.FAILED : Mark.RUNNING, null);
        }
        return new Step(2, Mark.DONE, pool.stampedAt() == null ? pool.frozenAt() : pool.stampedAt());
    }

    private static Step seeded(DrawScene scene) {
        if (scene.result() != null) {
            return new Step(3, Mark.DONE, scene.result().at());
        }
        if (scene.waiting() == null || scene.pool() == null) {
            return new Step(3, scene.state() == DrawScene.State.VOID ? Mark.STOPPED : Mark.WAITING, null);
        }
        return switch (scene.waiting().next()) {
            case START -> new Step(3, Mark.DONE, null);
            case ABANDON -> new Step(3, Mark.FAILED, null);
            default -> new Step(3, Mark.RUNNING, null);
        };
    }

    /** Subjects and teams come of one seed in one transaction, so both steps end at once. */
    private static Step drawn(DrawScene scene, int no) {
        if (scene.result() != null) {
            boolean incomplete = no == 5 && scene.result().deferred() > 0;
            return new Step(
                    no, incomplete ? Mark.PARTIAL : Mark.DONE, scene.result().at());
        }
        boolean ready = scene.waiting() != null && scene.waiting().ready();
        return ready && no == 4 ? new Step(no, Mark.QUEUED, null) : new Step(no, resting(scene, false), null);
    }

    private static Step signed(DrawScene scene) {
        return scene.signing() == null
                ? new Step(6, resting(scene, scene.result() != null), null)
                : new Step(6, Mark.DONE, scene.signing().signedAt());
    }

    private static Step announced(DrawScene scene, DispatchSummary notice) {
        if (notice == null) {
            return new Step(7, resting(scene, scene.result() != null), null);
        }
        if (notice.state() == DispatchState.CONFIRMED) {
            return new Step(7, Mark.DONE, notice.confirmedAt());
        }
        return new Step(7, notice.state() == DispatchState.PARKED ? Mark.FAILED : Mark.RUNNING, null);
    }

    private static Mark resting(DrawScene scene, boolean now) {
        if (scene.state() == DrawScene.State.VOID) {
            return Mark.STOPPED;
        }
        return now ? Mark.RUNNING : Mark.WAITING;
    }
}
