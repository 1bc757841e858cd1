package cn.zrzy.hub.kernel;

/**
 * This worker no longer has its run (当班已结束): another claimed it, or its lease ran out without a sign of life. The policy
 * {@code inbound} ends the route quietly; what becomes of the run is for the duty ledger and the next worker.
 */
public class ShiftLost extends RuntimeException {

    ShiftLost(String message) {
        super(message, null, false, false);
    }
}
