package cn.zrzy.hub.act.bulk;

import java.time.OffsetDateTime;

/**
 * 批量作业: one act on many messages.
 *
 * @param ticked the messages were ticked; else chosen by partner and cause
 * @param who started it
 * @param message why it halted or how it ended, in Chinese
 */
public record Job(
        long no,
        String act,
        boolean ticked,
        String partner,
        String cause,
        String reason,
        State state,
        Pace pace,
        Tally tally,
        String who,
        OffsetDateTime createdAt,
        String message) {

    /** GATHERING 收集, RUNNING 进行中, HALTED 停下待定, ENDING 正在结束, STOPPED 已停止, DONE 已完成. */
    public enum State {
        GATHERING,
        RUNNING,
        HALTED,
        ENDING,
        STOPPED,
        DONE;

        /** Nothing of it happens any more. */
        public boolean over() {
            return this == STOPPED || this == DONE;
        }
    }
}
