package cn.zrzy.hub.delivery;

/** Whose turn it is (报送状态). */
public enum DispatchState {
    /** 待报送: ours, at its next time. */
    OWED("待报送"),
    /** 报送中: leased to a route. */
    SENDING("报送中"),
    /** 已发出: theirs, a receipt is awaited. */
    SENT("已发出待回执"),
    /** 已确认: done, with a receipt. */
    CONFIRMED("已确认"),
    /** 结果未知: the partner has to be asked. */
    DOUBTED("结果未知"),
    /** 转人工: an open task with a cause and an owner. */
    PARKED("待人工处理");

    private final String label;

    DispatchState(String label) {
        this.label = label;
    }

    /** Chinese word for pages. */
    public String label() {
        return label;
    }
}
