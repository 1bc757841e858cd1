package cn.zrzy.hub.kernel;

/**
 * A refusal that no repetition will change (不再自动重试): bad input, a broken rule, a partner's business refusal. Carries
 * a stable code for the runbook, a Chinese sentence for the operator, and the place of the fault.
 */
public class Rejected extends RuntimeException {

    private final String code;
    private final transient Place place;

    /**
     * @param code stable error code such as {@code E-ROW-ID}; it has a heading in docs/runbook.md
     * @param message Chinese sentence: what is wrong and what to do; no personal data
     */
    public Rejected(String code, String message, Place place) {
        super(message);
        this.code = code;
        this.place = place;
    }

    public Rejected(String code, String message) {
        this(code, message, Place.of(""));
    }

    /** Refuses, with the field's name as the place, when a rule does not hold. */
    public static void unless(boolean holds, String code, String message, String field) {
        if (!holds) {
            throw new Rejected(code, message, Place.field(field));
        }
    }

    public String code() {
        return code;
    }

    public Place place() {
        return place;
    }
}
