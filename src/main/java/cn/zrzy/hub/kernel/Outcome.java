package cn.zrzy.hub.kernel;

/**
 * How a night job ended (运行结果); the last step of a scheduled route returns one.
 *
 * @param message Chinese sentence with the counts, shown on the duty desk
 * @param code code of the first refusal in it that waits for a person; empty when none does
 */
public record Outcome(State state, String message, String code) {

    /**
     * DONE 成功, PARTIAL 部分成功 (unusually many rows quarantined, or some schemes refused), HELD 已拦截 (waits for approval), SKIPPED 已跳过
     * (nothing of it counts: refused by a person, or a newer night was first).
     */
    public enum State {
        DONE,
        PARTIAL,
        HELD,
        SKIPPED
    }

    public static Outcome done(String message) {
        return new Outcome(State.DONE, message, "");
    }

    /** Done but for what is listed elsewhere, in the quarantine. */
    public static Outcome partial(String message) {
        return new Outcome(State.PARTIAL, message, "");
    }

    /** Done but for what was refused and nobody else will mend. */
    public static Outcome refused(String code, String message) {
        return new Outcome(State.PARTIAL, message, code);
    }

    public static Outcome held(String message) {
        return new Outcome(State.HELD, message, "");
    }

    public static Outcome skipped(String message) {
        return new Outcome(State.SKIPPED, message, "");
    }
}
