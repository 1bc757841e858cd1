package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.draw.canon.DrawHash;
import java.time.LocalDate;
import java.util.List;

/**
 * 抽取规则, frozen with the pool. Numbers are integers; the draw invents none of them.
 *
 * @param stratifyBy any of {@code class region type category}, in this order
 * @param atLeastOne a stratum with a ratio above 0 gets one place even when the largest remainder gives it none
 * @param reserveBasisPoints 备选 as basis points of each quota, rounded up
 * @param firmCap 年度检查频次上限 per subject (国办发〔2024〕54号); 0: none. A subject that reached it is excluded with
 *     the code {@link #FIRM_CAP}
 * @param exclusions reason codes with their meaning
 * @param teams empty: no inspectors are matched
 * @param inspectionFrom first day of the inspections
 * @param inspectionTo last day; certificates must still hold on it
 */
public record DrawRules(
        DrawHash hash,
        List<String> stratifyBy,
        List<DrawItem> items,
        List<RatioScheme> ratioSchemes,
        boolean atLeastOne,
        int reserveBasisPoints,
        int firmCap,
        List<ExclusionReason> exclusions,
        List<TeamPlan> teams,
        List<LadderStep> ladder,
        LocalDate inspectionFrom,
        LocalDate inspectionTo) {

    /** 已达年度检查频次上限; must be listed among the exclusions when a firm cap is set. */
    public static final String FIRM_CAP = "CAP";

    public DrawRules {
        stratifyBy = List.copyOf(stratifyBy);
        items = List.copyOf(items);
        ratioSchemes = List.copyOf(ratioSchemes);
        exclusions = List.copyOf(exclusions);
        teams = List.copyOf(teams);
        ladder = List.copyOf(ladder);
    }

    /** 排除原因 with its meaning in Chinese. */
    public record ExclusionReason(String code, String meaning) {}
}
