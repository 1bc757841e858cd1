package cn.zrzy.hub.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * 工作方案 of one draw: which items of the plan, when it is drawn, when it is carried out.
 *
 * @param drawOn business date of the night in which the pool is frozen
 * @param teamSize inspectors for each subject, at least 2 (行政处罚法 §42)
 * @param terms how its draw is held
 * @param drawNo null until the pool is frozen
 */
public record Scheme(
        String schemeNo,
        int version,
        String planNo,
        String name,
        List<PlanItem> items,
        LocalDate drawOn,
        LocalDate windowFrom,
        LocalDate windowTo,
        String method,
        int teamSize,
        DrawTerms terms,
        State state,
        String author,
        String approver,
        OffsetDateTime approvedAt,
        String drawNo) {

    /** DRAFT 待审批, APPROVED 待冻结 (once more after a void), FROZEN 名单已冻结, DRAWN 已抽取, WITHDRAWN 已撤回 (before the freeze). */
    public enum State {
        DRAFT,
        APPROVED,
        FROZEN,
        DRAWN,
        WITHDRAWN
    }

    Scheme approvedBy(String person, OffsetDateTime at) {
        return new Scheme(
                schemeNo,
                version,
                planNo,
                name,
                items,
                drawOn,
                windowFrom,
                windowTo,
                method,
                teamSize,
                terms,
                State.APPROVED,
                author,
                person,
                at,
                null);
    }

    public String key() {
        return schemeNo + "@" + version;
    }
}
