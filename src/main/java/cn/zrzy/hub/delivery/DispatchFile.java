package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Everything known about one dispatch (报送卷宗), for its page in 消息中心.
 *
 * @param body the bytes that were sent, as text or as a listing; empty until they were first rendered
 * @param bodySize bytes that were sent; the listing of a package is shorter
 * @param bodyDigest SM3 of those bytes
 * @param blockedBy number of the older dispatch that holds this one back; empty when none does
 */
public record DispatchFile(
        DispatchSummary summary,
        List<Attempt> attempts,
        List<StoredReceipt> receipts,
        List<Act> acts,
        String body,
        long bodySize,
        String bodyDigest,
        String blockedBy) {

    public DispatchFile with(DispatchSummary other) {
        return new DispatchFile(other, attempts, receipts, acts, body, bodySize, bodyDigest, blockedBy);
    }

    /** Without what went there and came back: whoever may not know yet whom it is about learns it from neither. */
    public DispatchFile closed() {
        return new DispatchFile(
                summary,
                attempts.stream().map(Attempt::closed).toList(),
                receipts.stream().map(StoredReceipt::closed).toList(),
                acts,
                "",
                bodySize,
                bodyDigest,
                blockedBy);
    }

    /**
     * One try (一次尝试).
     *
     * @param kind SEND or ASK
     * @param outcome CONFIRMED SENT REJECTED LATER LOST ABSENT EXPIRED; empty while it runs
     * @param response what came back, bounded
     */
    public record Attempt(
            int no,
            String kind,
            OffsetDateTime startedAt,
            OffsetDateTime endedAt,
            String outcome,
            Integer httpStatus,
            String causeCode,
            String cause,
            String requestDigest,
            String response) {

        private Attempt closed() {
            return new Attempt(no, kind, startedAt, endedAt, outcome, httpStatus, causeCode, "", requestDigest, "");
        }
    }

    /** A receipt and when it reached us. */
    public record StoredReceipt(Receipt receipt, OffsetDateTime readAt) {

        private StoredReceipt closed() {
            return new StoredReceipt(
                    new Receipt(
                            receipt.idempotencyKey(),
                            receipt.receiptNo(),
                            receipt.digest(),
                            receipt.at(),
                            receipt.verdict(),
                            "",
                            ""),
                    readAt);
        }
    }

    /** What a human did with it (人工操作). */
    public record Act(String act, String who, String reason, OffsetDateTime at) {}
}
