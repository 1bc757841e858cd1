package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.SyncRun.State;
import java.time.Instant;
import java.time.LocalDate;

/** Batches that stand where a test wants them: 10 rows came, 1 was quarantined, 5 are new, 4 unchanged; asked for by 李敏. */
final class Stood {

    static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");
    static final Shift SHIFT = new Shift("20261128-sync", 3);
    static final Counts COUNTS = new Counts(10, 1, 0, 5, 0, 2, 4, 100, 0, 0);

    private Stood() {}

    static Batch at(State state) {
        boolean wasHeld = state == State.HELD || state == State.REFUSED;
        return at(state, wasHeld ? Hold.of("停用太多", NOW).asked("李敏", "属实", NOW) : null);
    }

    static Batch at(State state, Hold hold) {
        return new Batch(
                new FeedNight(SHIFT.runId(), "landuse.parcels", LocalDate.of(2026, 11, 28)),
                new Ending(state, "先前的话", state.finished() ? NOW : null),
                new Staged(Shelf.SUBJECT, true, "20261127-sync"),
                COUNTS,
                hold,
                SHIFT.fence());
    }

    /** @return false when nothing happened and nobody was refused: closing what has ended */
    static boolean happens(BatchEvent event, Batch batch) {
        switch (event) {
            case OPEN -> batch.open();
            case STAGE -> batch.stage(Shelf.SUBJECT);
            case CLOSE -> batch.close(10, 10, 1);
            case COMPARE -> {
                batch.requireComparable();
                batch.compared(new Comparison(5, 0, 2, 4, 100), "20261127-sync");
            }
            case PASS -> {
                batch.requireApplicable();
                batch.apply("收到 10 行", NOW);
            }
            case HOLD -> batch.hold("停用太多", NOW);
            case OVERTAKE -> batch.overtake("已有更新的批次", NOW);
            case ABANDON -> {
                return batch.abandon(SHIFT, "对方没有应答", NOW);
            }
            case REQUEST -> batch.request("王芳", "属实", NOW);
            case APPROVE -> {
                batch.approve("王芳", "属实", NOW);
                batch.apply("收到 10 行", NOW);
            }
            case REFUSE -> batch.refuse("李敏", "来源有误", NOW);
        }
        return true;
    }
}
