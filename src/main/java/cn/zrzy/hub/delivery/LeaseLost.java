package cn.zrzy.hub.delivery;

/**
 * This message is no longer the one that may work on its dispatch (租约已失效): the broker delivered it twice, or another
 * hub took over while this one slept. The policy {@code outbound} ends the route quietly; the ledger has already decided.
 */
public class LeaseLost extends RuntimeException {

    public LeaseLost(String message) {
        super(message, null, false, false);
    }
}
