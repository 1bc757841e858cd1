package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchState;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one message of a job (逐件结果). Pressing a button is no success: the partner has to take it, and one that it
 * refuses again has failed.
 *
 * @param code of the failure; empty when it was taken
 */
public record ItemOutcome(boolean done, String code, String sentence) {

    /** So long an answer may be missing; then the job goes on to count it as failed and says so. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * @param triesBefore sendings and questions before it was pressed
     * @return empty while nobody knows
     */
    public static Optional<ItemOutcome> of(Backlogs.Look now, int triesBefore, Duration since) {
        boolean tried = now.tries() > triesBefore;
        DispatchState state = now.state();
        if (state == DispatchState.CONFIRMED) {
            return taken("已确认");
        }
        if (state == DispatchState.SENT) {
            return taken("已发出，等回执");
        }
        if (state == DispatchState.PARKED) {
            return failed(now.causeCode(), tried ? "又被退回：" + now.cause() : "被人停下：" + now.cause());
        }
        if (state == DispatchState.OWED && now.failing()) {
            return failed(now.causeCode(), "没有送达，枢纽自动再试：" + now.cause());
        }
        if (state == DispatchState.DOUBTED && tried) {
            return failed(now.causeCode(), "结果仍未知：" + now.cause());
        }
        return since.compareTo(PATIENCE) > 0
                ? failed("E-JOB-SILENT", PATIENCE.toMinutes() + " 分钟没有结果（前一件未完、单位暂停或消息中枢不通），仍在排队")
                : Optional.empty();
    }

    private static Optional<ItemOutcome> taken(String sentence) {
        return Optional.of(new ItemOutcome(true, "", sentence));
    }

    private static Optional<ItemOutcome> failed(String code, String sentence) {
        return Optional.of(new ItemOutcome(false, code, sentence));
    }
}
