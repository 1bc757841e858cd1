package cn.zrzy.hub.intake;

import cn.zrzy.hub.kernel.Place;
import java.time.Instant;

/**
 * 隔离行, as an operator may see it.
 *
 * @param runId the run that saw it last
 * @param message with the refused value; masked
 * @param excerpt the original, decoded as far as possible, with identity and mobile numbers masked
 * @param owner 责任单位: the office that mends it at the source
 * @param sightings how many runs have seen it
 */
public record QuarantinedRow(
        long id,
        String feed,
        String runId,
        Place place,
        String rule,
        String message,
        String excerpt,
        State state,
        String owner,
        Instant firstSeen,
        Instant lastSeen,
        int sightings) {

    /** OPEN 待处理, RETURNED 已退回责任单位, IGNORED 已忽略, GONE 来源已改正. */
    public enum State {
        OPEN,
        RETURNED,
        IGNORED,
        GONE
    }
}
