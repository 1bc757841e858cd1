package cn.zrzy.hub.draw.model;

import java.util.List;

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
 */
public record DrawItem(
        String code,
        String title,
        boolean key,
        String ratioScheme,
        int limitBasisPoints,
        int total,
        List<String> expertise) {

    public DrawItem {
        expertise = List.copyOf(expertise);
    }
}
