package cn.zrzy.hub.alert;

import java.time.Duration;

/** A channel did not take a message (未发出), or did not say so. The sentence is for the desk: no address, no token, no body. */
public class NotTold extends Exception {

    private static final long serialVersionUID = 1;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Duration rest;

    /** @param rest how long to leave it in peace */
    public NotTold(String why, Duration rest) {
        super(why);
        this.rest = rest;
    }

    public NotTold(String why) {
        this(why, A_MINUTE);
    }

    public Duration rest() {
        return rest;
    }
}
