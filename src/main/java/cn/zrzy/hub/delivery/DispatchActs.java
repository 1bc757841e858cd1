package cn.zrzy.hub.delivery;

/**
 * What operators may do with a dispatch (报送操作). Each act is kept with who and why. One that is on its way, finished or
 * otherwise not in the state for it is refused with E-DISPATCH-STATE: nothing was changed then, and nobody reads that it was.
 */
public interface DispatchActs {

    /** 报送理由 as the API takes it. */
    record Reason(String reason) {}

    /**
     * Due now (立即报送): owed again with the same key and bytes. One that is in doubt is asked about instead, never resent.
     */
    void dueNow(String dispatch, String who, String reason);

    /** Ask the partner now (向对方查询) about a dispatch that is in doubt. */
    void askNow(String dispatch, String who, String reason);

    /** Stop trying (停止自动报送): parked for {@code who}. */
    void park(String dispatch, String who, String reason);

    /** Closed by hand (人工办结) with a number that the partner gave by another way, paper or telephone. */
    void close(String dispatch, String who, String reason, String receiptNo);
}
