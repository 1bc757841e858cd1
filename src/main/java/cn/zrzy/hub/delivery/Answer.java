package cn.zrzy.hub.delivery;

/**
 * What came back on the wire (对方应答), already noted in the ledger, not yet understood.
 *
 * @param status HTTP status; 0 when the transport has none
 * @param text the body, at most {@link #LIMIT} bytes of it; in Base64 when it is no text
 * @param retryAfter value of the Retry-After header; empty when absent
 * @param requestDigest SM3 of the bytes that we sent under this key; a receipt has to echo it
 * @param cut true when the body was longer than the limit
 */
public record Answer(int status, String text, String retryAfter, String requestDigest, boolean cut) {

    /** No partner's receipt is longer than this; a longer answer is no receipt. */
    public static final int LIMIT = 64 * 1024;
}
