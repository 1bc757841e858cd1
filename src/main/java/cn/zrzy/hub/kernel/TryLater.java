package cn.zrzy.hub.kernel;

import java.time.Duration;

/** The step failed but may succeed later (稍后重试): a partner is down or busy, a precondition is not there yet. */
public class TryLater extends RuntimeException {

    private final transient Duration after;

    /** @param after how long to wait at least; {@code Duration.ZERO} leaves it to the back-off */
    public TryLater(String message, Duration after) {
        super(message);
        this.after = after;
    }

    public TryLater(String message) {
        this(message, Duration.ZERO);
    }

    public Duration after() {
        return after;
    }
}
