package cn.zrzy.hub.delivery;

/**
 * One thing owed to one addressee (应报送事项), as a route sees it while it works on it.
 *
 * @param dispatch number of the dispatch (报送流水号), for example {@code D000000017}
 * @param route route id, which is also the queue's name, for example {@code publish-plan-to-province}
 * @param key business key of the fact, with its version where it has one: {@code XC-2026-P01@1}
 * @param orderKey debts of one order key reach one addressee in order; normally the plan number
 * @param idempotencyKey {@code <route>:<key>:<random code>}, drawn when the debt was entered; sent to the partner, never
 *     reused for other bytes, not even by a database put back to an earlier day
 * @param attempt number of this attempt, from 1
 * @param traceId 32 hex digits, the same from the fact to the receipt
 */
public record Debt(
        String dispatch,
        String route,
        String key,
        String orderKey,
        String idempotencyKey,
        int attempt,
        String traceId) {

    /** Business key without its version: {@code XC-2026-P01@2} → {@code XC-2026-P01}. */
    public String subject() {
        int at = key.lastIndexOf('@');
        return at < 0 ? key : key.substring(0, at);
    }

    /** Version behind the {@code @} of the key; 1 when the fact has none. */
    public int version() {
        int at = key.lastIndexOf('@');
        return at < 0 ? 1 : Integer.parseInt(key.substring(at + 1));
    }
}
