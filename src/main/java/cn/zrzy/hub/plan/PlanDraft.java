package cn.zrzy.hub.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the office submits as a plan (计划草案).
 *
 * @param planNo null for a new plan; the number of an existing one makes its next version
 */
public record PlanDraft(@Nullable String planNo, int year, String name, List<Line> items) {

    /**
     * @param ratioBp null takes the catalogue's ratio
     * @param ratioScheme id of a ratio scheme by class, or null
     */
    public record Line(
            String itemCode,
            @Nullable Integer ratioBp,
            @Nullable String frequency,
            @Nullable String period,
            @Nullable String leadDept,
            @Nullable List<String> partnerDepts,
            @Nullable String ratioScheme) {}
}
