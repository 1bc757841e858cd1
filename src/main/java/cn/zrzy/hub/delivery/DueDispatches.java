package cn.zrzy.hub.delivery;

import java.util.List;

/** What is due to leave now (到期报送): the face that {@code plumbing.DispatchRelay} works with. */
public interface DueDispatches {

    /**
     * Leases up to {@code max} due dispatches and commits the leases, before anything is put on a queue. Two hubs never
     * get the same one. An older open dispatch to the same addressee holds back newer ones of its order key.
     */
    List<LeasedDispatch> claim(int max);

    /** Puts a lease back when its message could not be put on the queue (退回租约); nothing was attempted. */
    void release(LeasedDispatch leased);

    /**
     * Ends leases that ran out (租约到期): owed again when the attempt never began, in doubt when it had begun. What was
     * sent and has had no receipt within its term becomes a task for its owner.
     *
     * @return how many leases ended
     */
    int expireLeases();
}
