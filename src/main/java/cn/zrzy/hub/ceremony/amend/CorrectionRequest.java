package cn.zrzy.hub.ceremony.amend;

import cn.zrzy.hub.draw.outcome.Correction;
import org.jspecify.annotations.Nullable;

/**
 * 更正申请 as the office hands it in; all of it is published with the draw.
 *
 * @param kind {@code EXCLUDE} the subject falls out, {@code RECUSE} an inspector may not or cannot serve it, {@code RESEAT} mode P:
 *     the whole team is against the rules
 * @param inspectorId 执法证号 for {@code RECUSE}; else empty
 * @param code an exclusion code of the frozen rules, or {@code RECUSED} 回避, {@code ABSENT} 因故不能参加,
 *     {@code UNFIT} 检查组不合规则
 * @param evidence SM3 of the paper, 64 hex; in mode P the platform's letter that asks for the change
 */
record CorrectionRequest(
        Correction.Kind kind,
        @Nullable String subjectId,
        @Nullable String inspectorId,
        @Nullable String code,
        String reason,
        String evidence) {

    CorrectionRequest {
        subjectId = subjectId == null ? "" : subjectId.strip();
        inspectorId = inspectorId == null ? "" : inspectorId.strip();
        code = code == null ? "" : code.strip();
    }
}
