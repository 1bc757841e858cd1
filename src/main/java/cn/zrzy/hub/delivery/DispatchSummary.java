package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.search.About;
import java.time.OffsetDateTime;

/**
 * One dispatch as a line of a list (报送一览行).
 *
 * @param sentence Chinese sentence of the fact
 * @param attempts begun sendings
 * @param nextAt when something happens by itself; null when nothing will
 * @param causeCode code of the last failure, empty when none; {@code cause} is its sentence
 * @param owner who has to act when it is parked
 * @param about the object that it is about, if any
 * @param receiptNo number of the confirming receipt, empty until then
 */
public record DispatchSummary(
        String dispatch,
        String route,
        String partner,
        String event,
        String key,
        String orderKey,
        String idempotencyKey,
        String sentence,
        DispatchState state,
        int attempts,
        OffsetDateTime owedAt,
        OffsetDateTime nextAt,
        OffsetDateTime confirmedAt,
        String causeCode,
        String cause,
        String owner,
        String receiptNo,
        String traceId,
        About about) {

    /** For whoever may not know yet. */
    public DispatchSummary aboutNobody() {
        return new DispatchSummary(
                dispatch,
                route,
                partner,
                event,
                key,
                orderKey,
                idempotencyKey,
                sentence,
                state,
                attempts,
                owedAt,
                nextAt,
                confirmedAt,
                causeCode,
                "",
                owner,
                receiptNo,
                traceId,
                About.NOBODY);
    }
}
