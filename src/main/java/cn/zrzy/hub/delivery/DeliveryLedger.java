package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Fact;
import java.io.InputStream;

/**
 * The ledger of everything that leaves (报送台账), bean {@code deliveryLedger}. Routes compose its verbs:
 * owe · begin → keep → answered → confirm or sent · ask → answered → settle · park, doubt or postpone when a step fails.
 *
 * <p>Each verb is one transaction of its own, except {@link #owe}. Every verb with a lease refuses, with
 * {@link LeaseLost}, a caller whose lease has passed to somebody else.
 */
public interface DeliveryLedger {

    /**
     * Records that this addressee is owed this fact (登记应报送), in the transaction that made the fact true; there must
     * be one. The same fact is owed once per route, however often it is published.
     *
     * @param route id of the route that will carry it, which has to stand in config/queues.yaml
     */
    void owe(Fact fact, String route);

    /** Counts the attempt (开始报送) and commits, before anything is rendered or sent. */
    Debt begin(String dispatch, long lease);

    /**
     * Keeps the bytes that are about to be sent (留存报文), once per dispatch; from here on a failure may mean that they
     * went out.
     *
     * @return the same bytes
     * @throws cn.zrzy.hub.kernel.Rejected E-BYTES when this dispatch was rendered to other bytes before
     */
    byte[] keep(String dispatch, long lease, byte[] body);

    /**
     * Notes what came back (登记应答), whatever it is, and bounds it. Its bytes are kept where they are no UTF-8.
     *
     * @param contentType says in which charset the answer is written; null where the transport has no such thing
     */
    Answer answered(
            String dispatch, long lease, Integer status, String retryAfter, String contentType, InputStream body);

    /** The partner has signed for it (确认送达): CONFIRMED. */
    void confirm(String dispatch, long lease, Receipt receipt);

    /** It is durably with the carrier (已发出): SENT, and the receipt will come by another way. */
    void sent(String dispatch, long lease, String note);

    /**
     * A receipt that came later by itself (后到回执), found by its key. 受理 and 转送 confirm; 退回补正 and 不受理 park the
     * dispatch for a human. The same receipt a second time changes nothing, nor does one that is older, by the partner's
     * own time, than what it has said since.
     *
     * @param partner who told us
     * @throws cn.zrzy.hub.kernel.Rejected E-RECEIPT when nobody sent such a thing or the digest is not that of our bytes,
     *     E-RECEIPT-PARTNER when it was owed to somebody else, E-RECEIPT-NO without a number, E-RECEIPT-TIME from the future
     */
    void receipt(Receipt receipt, String partner);

    /** Keeps a reply that could not be understood or assigned (无主回执), for a human to read. */
    void stray(String source, String raw, Exception why);

    /** Never again by itself (转人工): PARKED with the cause's code, its sentence and the route's owner. */
    void park(String dispatch, long lease, Exception why);

    /** Sent, and no answer that can be relied on (结果未知): DOUBTED; the partner is asked before anything is resent. */
    void doubt(String dispatch, long lease, Exception why);

    /**
     * Try again later (稍后重试), at a time kept in the database. A transport failure after the bytes may have left counts
     * as doubt.
     */
    void postpone(String dispatch, long lease, Exception why);

    /** Counts one question to the partner about a doubted dispatch (开始查询). */
    Debt ask(String dispatch, long lease);

    /** The partner's answer to {@link #ask} (查询结案): a receipt confirms; {@link Receipt#isAbsent()} makes it due again. */
    void settle(String dispatch, long lease, Receipt receipt);
}
