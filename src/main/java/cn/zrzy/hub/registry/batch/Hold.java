package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Instant;

/**
 * 拦截: what the guard stopped a batch for, who asked that it be let through, and who decided. Names and reasons are empty and
 * moments null as long as it has not come to that.
 */
public record Hold(
        String guardReason,
        Instant heldAt,
        String requestedBy,
        String requestReason,
        Instant requestedAt,
        Decision decision,
        String decidedBy,
        String decideReason,
        Instant decidedAt) {

    /** How a hold ended; OVERTAKEN by the next night, with nobody's doing. */
    public enum Decision {
        APPROVED,
        REFUSED,
        OVERTAKEN
    }

    static Hold of(String objection, Instant now) {
        return new Hold(objection, now, "", "", null, null, "", "", null);
    }

    /** First person (申请生效); asked again, the last one counts. */
    Hold asked(String who, String reason, Instant now) {
        requireReason(reason);
        return new Hold(guardReason, heldAt, who, reason, now, decision, decidedBy, decideReason, decidedAt);
    }

    /** Second person (同意生效). */
    Hold approved(String who, String reason, Instant now) {
        requireReason(reason);
        if (requestedBy.isEmpty()) {
            throw new Rejected("E-HELD-REQUEST", "尚未有人提交生效申请，须一人申请、另一人审批");
        }
        if (requestedBy.equals(who)) {
            throw new Rejected("E-HELD-SAME", "申请人不能审批自己的申请，须由另一人审批");
        }
        return ended(Decision.APPROVED, who, reason, now);
    }

    /** Anyone with the right, who asked included. */
    Hold refused(String who, String reason, Instant now) {
        requireReason(reason);
        return ended(Decision.REFUSED, who, reason, now);
    }

    Hold overtaken(Instant now) {
        return ended(Decision.OVERTAKEN, "", "", now);
    }

    private Hold ended(Decision how, String who, String reason, Instant now) {
        return new Hold(guardReason, heldAt, requestedBy, requestReason, requestedAt, how, who, reason, now);
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Rejected("E-REASON", "请填写理由", Place.field("理由"));
        }
    }
}
