package cn.zrzy.hub.draw.rule;

import cn.zrzy.hub.draw.model.PoolInspector;
import java.util.List;

/**
 * 搭配规则清单. A new rule is a constant and its line in {@link #current()}; it must judge one subject and one inspector
 * alone (docs/draw/bundle-format.md §7), because only such rules keep the assignment a flow with one provable optimum.
 */
public final class PairingRules {

    /** A cap of 0 says: absent. */
    public static final PairingRule HAS_ROOM =
            new PairingRule("HAS-ROOM", "本次任务上限大于零（在岗、可派）", (visit, inspector) -> inspector.cap() > 0);

    public static final PairingRule CERTIFICATE_HOLDS = new PairingRule(
            "CERTIFICATE-HOLDS",
            "执法证在检查期最后一天仍有效（行政处罚法第五十五条）",
            (visit, inspector) -> !inspector.certificateValidTo().isBefore(visit.lastDay()));

    public static final PairingRule REGION_FITS =
            new PairingRule("REGION-FITS", "执法区域覆盖检查对象所在区划", PairingRules::regionFits);

    public static final PairingRule EXPERTISE_FITS = new PairingRule(
            "EXPERTISE-FITS",
            "专长与抽查事项相符（豫政办文：检查人员按职能、种类、专长分类）",
            (visit, inspector) -> visit.expertise().isEmpty()
                    || inspector.expertise().stream().anyMatch(visit.expertise()::contains));

    public static final PairingRule NOT_RECUSED = new PairingRule(
            "NOT-RECUSED",
            "与检查对象无应回避关系（行政处罚法第四十三条）",
            (visit, inspector) -> !visit.recused().contains(inspector.id()));

    private static final List<PairingRule> CURRENT =
            List.of(HAS_ROOM, CERTIFICATE_HOLDS, REGION_FITS, EXPERTISE_FITS, NOT_RECUSED);

    private PairingRules() {}

    /** Every rule must allow a pair. */
    public static List<PairingRule> current() {
        return CURRENT;
    }

    public static boolean allow(Visit visit, PoolInspector inspector) {
        for (PairingRule rule : CURRENT) {
            if (!rule.allows().test(visit, inspector)) {
                return false;
            }
        }
        return true;
    }

    private static boolean regionFits(Visit visit, PoolInspector inspector) {
        String region = visit.subject().region();
        int digits = visit.regionDigits();
        for (String covered : inspector.regions()) {
            if (region.startsWith(covered)
                    || digits > 0
                            && covered.length() >= digits
                            && region.length() >= digits
                            && region.regionMatches(0, covered, 0, digits)) {
                return true;
            }
        }
        return false;
    }
}
