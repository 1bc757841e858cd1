package cn.zrzy.hub.plan;

import java.util.List;

/**
 * What the office submits as a plan (计划草案).
 *
 * @param planNo null for a new plan; the number of an existing one makes its next version
 */
public record PlanDraft(String planNo, int year, String name, List<Line> items) {

    /**
     * @param ratioBp null takes the catalogue's ratio
     * @param ratioScheme id of a ratio scheme by class, or null
     */
    public record Line(
            String itemCode,
            Integer ratioBp,
            String frequency,
            String period,
            String leadDept,
            List<String> partnerDepts,
            String ratioScheme) {}
}
