package cn.zrzy.hub.delivery.ledger;

/** Tries of what came in (来件登记), as a store; each is committed by itself. */
public interface Tries {

    /**
     * @param again this process tried it before and its own database was away: the same try once more
     * @return how many, this one counted
     */
    int count(String source, String id, boolean again);

    /** Understood: its tries are forgotten, and so is what was listed of the same file while it was half written. */
    void forget(String source, String id);

    void putAside(String source, String id, String place, String raw, Throwable why);

    boolean isAside(String source, String id);
}
