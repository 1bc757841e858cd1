package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.DispatchState;

/** Where a dispatch stands (办理阶段): its state, and whether a message is on the queue or somebody is at work on it. */
public enum Standing {
    OWED(DispatchState.OWED, false, false, "待报送"),
    QUEUED(DispatchState.SENDING, true, false, "报送中·已派发"),
    SENDING(DispatchState.SENDING, true, true, "报送中·已开始"),
    SENT(DispatchState.SENT, false, false, "已发出待回执"),
    DOUBTED(DispatchState.DOUBTED, false, false, "结果未知"),
    ASK_QUEUED(DispatchState.DOUBTED, true, false, "结果未知·查询已派发"),
    ASKING(DispatchState.DOUBTED, true, true, "结果未知·查询中"),
    PARKED(DispatchState.PARKED, false, false, "待人工处理"),
    CONFIRMED(DispatchState.CONFIRMED, false, false, "已确认");

    private final DispatchState state;
    private final boolean leased;
    private final boolean begun;
    private final String label;

    Standing(DispatchState state, boolean leased, boolean begun, String label) {
        this.state = state;
        this.leased = leased;
        this.begun = begun;
        this.label = label;
    }

    /** @throws IllegalStateException for a row that the ledger's own checks would not let in */
    static Standing of(DispatchState state, boolean leased, boolean begun) {
        for (Standing standing : values()) {
            if (standing.state == state && standing.leased == leased && standing.begun == (leased && begun)) {
                return standing;
            }
        }
        throw new IllegalStateException("报送台账里没有这样的阶段：" + state + (leased ? "，有租约" : "，无租约"));
    }

    public DispatchState state() {
        return state;
    }

    public boolean isLeased() {
        return leased;
    }

    public boolean isBegun() {
        return begun;
    }

    /** Theirs or done: it holds nobody back in its line. */
    public boolean hasLeft() {
        return state == DispatchState.SENT || state == DispatchState.CONFIRMED;
    }

    public String label() {
        return label;
    }
}
