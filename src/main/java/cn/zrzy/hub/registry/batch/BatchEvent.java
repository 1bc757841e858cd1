package cn.zrzy.hub.registry.batch;

/** What happens to a batch (事件), and who makes it happen. */
public enum BatchEvent {
    OPEN(By.NIGHT, "开始暂存"),
    STAGE(By.NIGHT, "收行"),
    CLOSE(By.NIGHT, "收齐"),
    COMPARE(By.NIGHT, "比对"),
    PASS(By.NIGHT, "生效"),
    HOLD(By.NIGHT, "拦截"),
    OVERTAKE(By.NIGHT, "被更新的批次取代"),
    ABANDON(By.NIGHT, "任务停止"),
    REQUEST(By.PERSON, "申请生效"),
    APPROVE(By.PERSON, "同意生效"),
    REFUSE(By.PERSON, "拒绝并丢弃");

    /** Who it comes from; a person is told to look again where a night is told that it goes wrong. */
    public enum By {
        NIGHT("夜间任务"),
        PERSON("人");

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

    BatchEvent(By by, String label) {
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
