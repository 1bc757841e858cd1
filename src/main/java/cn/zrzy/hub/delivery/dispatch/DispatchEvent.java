package cn.zrzy.hub.delivery.dispatch;

/** What can happen to a dispatch (报送事件), and who makes it happen. */
public enum DispatchEvent {
    CLAIM(By.RELAY, "派发"),
    RELEASE(By.RELAY, "没交给队列，退回"),
    EXPIRE(By.RELAY, "租约到期"),
    POISON(By.RELAY, "租约到期，连续几次没有结果"),
    OVERDUE(By.RELAY, "逾期未回执"),
    CARRIER_LOST(By.RELAY, "消息中枢丢了数据"),

    BEGIN(By.WORKER, "开始报送"),
    KEEP(By.WORKER, "留存报文"),
    CONFIRM(By.WORKER, "对方当场确认"),
    SENT(By.WORKER, "已发出"),
    ASK(By.WORKER, "开始查询"),
    FOUND(By.WORKER, "对方查有此件"),
    ABSENT(By.WORKER, "对方查无此件"),

    REFUSED(By.FAILURE, "被拒绝"),
    LOST(By.FAILURE, "应答丢失"),
    LATER(By.FAILURE, "稍后重试"),
    FAULT(By.FAILURE, "我方屡次出错"),

    ACCEPTED(By.PARTNER, "后到回执：受理、转送"),
    DECLINED(By.PARTNER, "后到回执：退回、不受理"),

    DUE_NOW(By.PERSON, "立即报送"),
    ASK_NOW(By.PERSON, "向对方查询"),
    STOP(By.PERSON, "停止自动报送"),
    CLOSE(By.PERSON, "人工办结");

    /** Who it comes from decides what a refusal is: a worker is told, a failure is passed over, a person gets a sentence. */
    public enum By {
        RELAY("枢纽"),
        WORKER("办理"),
        FAILURE("失败"),
        PARTNER("对方"),
        PERSON("值班");

        private final String label;

        By(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final By by;
    private final String label;

    DispatchEvent(By by, String label) {
        this.by = by;
        this.label = label;
    }

    public By by() {
        return by;
    }

    public String label() {
        return label;
    }
}
