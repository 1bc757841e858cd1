package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Debt;

/**
 * What is owed to whom (所报之件); nothing of it changes after it was entered, but that its bytes are kept once.
 *
 * @param no number in the ledger, which is its age
 * @param id what people and messages say, {@code D000000017}
 * @param stage lower stages of one order key go first
 * @param askable the partner can be asked by key what it holds
 * @param factKey business key with its version
 * @param subject business key without it
 * @param bodyDigest SM3 of the bytes that were kept; empty before
 */
public record Consignment(
        long no,
        String id,
        String route,
        String partner,
        int stage,
        boolean askable,
        String factKey,
        String subject,
        String orderKey,
        String idempotencyKey,
        String traceId,
        String bodyDigest) {

    boolean hasBytes(String digest) {
        return !bodyDigest.isEmpty() && bodyDigest.equals(digest);
    }

    boolean hasOtherBytes(String digest) {
        return !bodyDigest.isEmpty() && !bodyDigest.equals(digest);
    }

    Debt debt(int attempt) {
        return new Debt(id, route, factKey, orderKey, idempotencyKey, attempt, traceId);
    }
}
