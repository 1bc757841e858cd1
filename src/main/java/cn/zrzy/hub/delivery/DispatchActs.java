package cn.zrzy.hub.delivery;

/** What operators may do with a dispatch (报送操作). Each act is kept with who and why. */
public interface DispatchActs {

    /** 办结单 as the API takes it. */
    record Closing(String reason, String receiptNo) {}

    /** 报送理由 as the API takes it. */
    record Reason(String reason) {}

    /**
     * Due now (立即报送): owed again with the same key and bytes. One that is in doubt is asked about instead, never resent.
     *
     * @return false when it is on its way or finished, and nothing was changed
     */
    boolean dueNow(String dispatch, String who, String reason);

    /** Ask the partner now (向对方查询) about a dispatch that is in doubt; false when it is not. */
    boolean askNow(String dispatch, String who, String reason);

    /** Stop trying (停止自动报送): parked for {@code who}; false when it is on its way or finished. */
    boolean park(String dispatch, String who, String reason);

    /**
     * Closed by hand (人工办结) with a number that the partner gave by another way, paper or telephone; false when it is on
     * its way or finished.
     */
    boolean close(String dispatch, String who, String reason, String receiptNo);
}
