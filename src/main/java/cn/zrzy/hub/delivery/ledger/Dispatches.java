package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Consignment;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.dispatch.Signed;
import cn.zrzy.hub.kernel.Fact;
import java.util.Optional;

/** The ledger as a store (报送台账): locks, loads, saves. It decides nothing and refuses nothing. */
public interface Dispatches {

    /** In the transaction of the fact; entered before, it stays as it is. */
    void enter(Owed owed, Fact fact);

    /** The row alone, for steps that change nobody's place. */
    Optional<Dispatch> lock(String id);

    /** Line and row, for whatever may end in another state; the line always first. */
    Optional<Dispatch> lockInLine(String id);

    Optional<Dispatch> lockInLineByKey(String idempotencyKey);

    /** The row where it has moved, the history, and the places of who waits for it; publishes that it was confirmed. */
    void save(Dispatch dispatch);

    /** The bytes that are about to be sent, once a dispatch; the running try names them. */
    void keepBody(Dispatch dispatch, String digest, byte[] bytes);

    /** What came back to the try of that lease, while it runs. */
    void noteAnswer(Dispatch dispatch, long leaseNo, Integer status, String text, byte[] bytes);

    /** The running try has named its bytes: the next step sends them. */
    boolean isLeaving(Dispatch dispatch);

    Signed.Known known(Dispatch dispatch, Receipt receipt);

    /** Its partner has still to tell which keys it holds (对键). */
    boolean isHeld(Consignment what);

    /** The partner told of other bytes under this key (对键). */
    boolean holdsOtherBytes(Consignment what, String digest);
}
