package cn.zrzy.hub.audit;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.PlainText;

/**
 * What is to be recorded (审计事项). Nothing in it may be null; what does not apply is empty.
 *
 * @param actor account name, or {@code system} for what the hub does by itself
 * @param role role under which the actor acted
 * @param ip address the request came from
 * @param action verb in the form {@code <module>.<verb>}, for example {@code console.login}
 * @param objectKey business key of the object acted upon
 * @param reason why, in the actor's own words
 * @param before state before; no personal data
 * @param after state after; no personal data
 * @param result what came of it, 成功 or the refusal
 */
public record AuditEvent(
        String actor,
        String role,
        String ip,
        String action,
        String objectKey,
        String reason,
        String before,
        String after,
        String result) {

    public AuditEvent {
        actor = text(actor);
        role = text(role);
        ip = text(ip);
        action = text(action);
        objectKey = text(objectKey);
        reason = text(reason);
        before = text(before);
        after = text(after);
        result = text(result);
    }

    /** Something the hub did by itself. */
    public static AuditEvent bySystem(String action, String objectKey, String after) {
        return new AuditEvent("system", "", "", action, objectKey, "", "", after, "成功");
    }

    public static AuditEvent by(Acting who, String action, String objectKey, String after, String result) {
        return new AuditEvent(who.marked(), who.role(), who.address(), action, objectKey, "", "", after, result);
    }

    /**
     * Fit to be kept, whatever a stranger typed in: shown as it is stored, and short enough for an index (PostgreSQL takes
     * 2,704 bytes). Not done when a row is read, since a row must be hashed as it stands.
     */
    AuditEvent bounded() {
        return new AuditEvent(
                PlainText.cleaned(actor, 120),
                PlainText.cleaned(role, 30),
                PlainText.cleaned(ip, 64),
                PlainText.cleaned(action, 100),
                PlainText.cleaned(objectKey, 200),
                PlainText.cleaned(reason, 1000),
                PlainText.cleaned(before, 2000),
                PlainText.cleaned(after, 2000),
                PlainText.cleaned(result, 500));
    }

    // NUL cannot be stored in a PostgreSQL text; removing it here keeps the hashed bytes equal to the stored ones.
    private static String text(String value) {
        return value == null ? "" : value.replace("\u0000", "");
    }
}
