package cn.zrzy.hub.registry.batch;

import static cn.zrzy.hub.registry.SyncRun.State.ABANDONED;
import static cn.zrzy.hub.registry.SyncRun.State.APPLIED;
import static cn.zrzy.hub.registry.SyncRun.State.COMPARED;
import static cn.zrzy.hub.registry.SyncRun.State.HELD;
import static cn.zrzy.hub.registry.SyncRun.State.OVERTAKEN;
import static cn.zrzy.hub.registry.SyncRun.State.REFUSED;
import static cn.zrzy.hub.registry.SyncRun.State.STAGING;

import cn.zrzy.hub.registry.SyncRun.State;
import java.util.List;
import java.util.Optional;

/** 批次状态变迁表: everything that may become of a batch. What stands in no line is refused. Printed in docs/sync-states.md. */
public final class BatchTransitions {

    /** @param provided what else has to be so, in Chinese; the aggregate asks it and refuses with a code of its own */
    public record Line(State from, BatchEvent event, State to, String provided) {}

    private static final List<Line> TABLE = List.of(
            line(STAGING, BatchEvent.OPEN, STAGING, "重新暂存，先前收的不算"),
            line(STAGING, BatchEvent.STAGE, STAGING, ""),
            line(STAGING, BatchEvent.CLOSE, STAGING, ""),
            line(STAGING, BatchEvent.COMPARE, COMPARED, "已收齐，且暂存与收到的行数相符"),
            line(STAGING, BatchEvent.ABANDON, ABANDONED, ""),
            line(COMPARED, BatchEvent.OPEN, STAGING, "重新暂存，先前收的不算"),
            line(COMPARED, BatchEvent.COMPARE, COMPARED, "暂存与收到的行数相符"),
            line(COMPARED, BatchEvent.PASS, APPLIED, "变动不大，且收到的每一行都有去向"),
            line(COMPARED, BatchEvent.HOLD, HELD, "变动超过阈值"),
            line(COMPARED, BatchEvent.OVERTAKE, OVERTAKEN, "已有更新的批次生效"),
            line(COMPARED, BatchEvent.ABANDON, ABANDONED, ""),
            line(HELD, BatchEvent.REQUEST, HELD, ""),
            line(HELD, BatchEvent.APPROVE, APPLIED, "已由另一人申请，且收到的每一行都有去向"),
            line(HELD, BatchEvent.REFUSE, REFUSED, ""),
            line(HELD, BatchEvent.OVERTAKE, OVERTAKEN, "下一夜的批次已比对"),
            line(ABANDONED, BatchEvent.OPEN, STAGING, ""));

    private BatchTransitions() {}

    private static Line line(State from, BatchEvent event, State to, String provided) {
        return new Line(from, event, to, provided);
    }

    public static List<Line> all() {
        return TABLE;
    }

    /** @return empty when that cannot happen there */
    public static Optional<State> of(State from, BatchEvent event) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.event() == event)
                .map(Line::to)
                .findFirst();
    }
}
