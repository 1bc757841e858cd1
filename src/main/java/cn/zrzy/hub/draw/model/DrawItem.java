package cn.zrzy.hub.draw.model;

import java.util.List;
import java.util.Map;

/**
 * 随机抽查事项 within one draw. All items of a draw share its seed, so their picks overlap as far as the quotas allow
 * (进一次门查多项事).
 *
 * @param code item code of the published 清单
 * @param key true for 重点检查事项 (no ratio ceiling), false for 一般检查事项
 * @param ratioScheme id of the {@link RatioScheme} that gives the ratios
 * @param limitBasisPoints ratio ceiling of a general item in basis points; 10000 for a key item
 * @param total 0: by ratio, rounded up ("不低于"); above 0: exactly so many, shared by largest remainder
 * @param expertise an inspector needs one of these tags; empty: none needed
 * @param research 研究性抽样: N·ratio is rounded down, or up with exactly the chance of its fraction, so that n is unbiased;
 *     not for a legal minimum ("不低于")
 * @param weights tickets by credit class, 2..255; a class that is not named has one
 */
public record DrawItem(
        String code,
        String title,
        boolean key,
        String ratioScheme,
        int limitBasisPoints,
        int total,
        List<String> expertise,
        boolean research,
        Map<String, Integer> weights) {

    public DrawItem {
        expertise = List.copyOf(expertise);
        weights = Map.copyOf(weights);
    }

    /** The usual item: rounded up, everyone one ticket. */
    public DrawItem(
            String code,
            String title,
            boolean key,
            String ratioScheme,
            int limitBasisPoints,
            int total,
            List<String> expertise) {
        this(code, title, key, ratioScheme, limitBasisPoints, total, expertise, false, Map.of());
    }
}
