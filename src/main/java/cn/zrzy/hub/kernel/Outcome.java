package cn.zrzy.hub.kernel;

/**
 * How a night job ended (运行结果); the last step of a scheduled route returns one.
 *
 * @param message Chinese sentence with the counts, shown on the duty desk
 */
public record Outcome(State state, String message) {

    /** DONE 成功, PARTIAL 部分成功 (some rows quarantined or some schemes not ready), HELD 已拦截 (waits for approval). */
    public enum State {
        DONE,
        PARTIAL,
        HELD
    }

    public static Outcome done(String message) {
        return new Outcome(State.DONE, message);
    }

    public static Outcome partial(String message) {
        return new Outcome(State.PARTIAL, message);
    }

    public static Outcome held(String message) {
        return new Outcome(State.HELD, message);
    }
}
