package cn.zrzy.hub.delivery;

/**
 * A dispatch that this hub may now put on a queue (已租报送), until the lease runs out.
 *
 * @param dispatch number of the dispatch; the message's body
 * @param queue the route that is to work on it: the dispatch's own, or {@code ask-<partner>} when it is in doubt
 * @param leaseNo fencing token; the message's property {@code leaseNo}
 * @param businessKey business key of the fact; the message's property {@code businessKey}
 * @param idempotencyKey key that the partner sees
 * @param traceId 32 hex digits for the message's {@code traceparent}
 */
public record LeasedDispatch(
        String dispatch, String queue, long leaseNo, String businessKey, String idempotencyKey, String traceId) {}
