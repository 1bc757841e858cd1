package cn.zrzy.hub.plan;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 年度抽查计划, one version of it. An approved version never changes; an adjustment is a new version, approved and published
 * again (notice §二(二)).
 *
 * @param approvedAt null while it is a draft
 */
public record Plan(
        String planNo,
        int version,
        int year,
        String name,
        State state,
        String author,
        String approver,
        OffsetDateTime approvedAt,
        List<PlanItem> items) {

    /** DRAFT 待审批, APPROVED 已批准. */
    public enum State {
        DRAFT,
        APPROVED
    }

    public String key() {
        return planNo + "@" + version;
    }
}
