package cn.zrzy.hub.audit;

import java.time.Instant;

/**
 * Answer of a chain check (审计链校验结果).
 *
 * @param firstBroken sequence number of the first row that does not fit, 0 when the chain holds
 * @param why Chinese sentence naming the fault, empty when the chain holds
 */
public record ChainVerdict(Instant at, long rows, long firstBroken, String why) {

    public boolean intact() {
        return firstBroken == 0;
    }
}
