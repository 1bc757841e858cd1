package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;

/**
 * What a partner signed for (回执). It counts only with both echoes: our key and the SM3 of the bytes that we sent.
 *
 * @param idempotencyKey our key as the partner echoed it
 * @param receiptNo the partner's number (回执号)
 * @param digest SM3 of the received bytes as the partner echoed it, lower-case hex
 * @param at when the partner received it
 * @param verdict 受理 for a plain acceptance; 退回补正, 不受理, 转送 as the agency says
 * @param note reason, case number or page address, for the operator
 * @param raw the answer as it came, bounded
 */
public record Receipt(
        String idempotencyKey,
        String receiptNo,
        String digest,
        OffsetDateTime at,
        String verdict,
        String note,
        String raw) {

    /** The verdict of a plain acceptance. */
    public static final String ACCEPTED = "受理";

    private static final String ABSENT = "查无此件";

    /** Asked by key, the partner said that it holds nothing (查无此件): sending is safe again. */
    public static Receipt absent(String idempotencyKey, String raw) {
        return new Receipt(idempotencyKey, "", "", null, ABSENT, "", raw);
    }

    public boolean isAbsent() {
        return ABSENT.equals(verdict);
    }
}
