package cn.zrzy.hub.draw.outcome;

import java.time.OffsetDateTime;

/**
 * 更正: a change after the draw, appended and replayable.
 *
 * @param inspectorId whom {@link Kind#RECUSE} names; else ""
 * @param code EXCLUDE: an exclusion code of the rules; RECUSE: {@code RECUSED} (回避) or {@code ABSENT} (因故不能参加);
 *     RESEAT: {@code UNFIT} (检查组不合规则)
 * @param evidence 64 hex digest of the paper, or ""
 */
public record Correction(
        int no,
        OffsetDateTime at,
        Kind kind,
        String subjectId,
        String inspectorId,
        String code,
        String reason,
        String approver,
        String evidence) {

    /** What happened. */
    public enum Kind {
        /** The subject is dissolved, moved or at its cap: the next reserve takes its place. */
        EXCLUDE,
        /** The inspector may not or cannot serve this subject: that team is seated anew, others change only if they must. */
        RECUSE,
        /** Mode P: the team that the platform sent is against the rules: that one alone is seated anew (整组重派). */
        RESEAT
    }
}
