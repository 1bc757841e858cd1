package cn.zrzy.hub.plan;

import java.util.List;

/**
 * One line of an annual plan (计划事项).
 *
 * @param seq position in the plan, from 1
 * @param itemName name as it stood in the catalogue when the plan was approved
 * @param objectType 检查对象 in words
 * @param objectKinds registry kinds the objects are drawn from
 * @param itemClass 一般 or 重点
 * @param ratioBp ratio in basis points (500 = 5 %)
 * @param ratioScheme id of a ratio scheme by class (draw.ratio-schemes); then ratioBp is the ceiling of a 一般 item. ""
 *     when one ratio serves all
 * @param frequency 抽查频次 in words, for example 1次/年
 * @param period 实施时段 in words
 */
public record PlanItem(
        int seq,
        String itemCode,
        String itemName,
        String objectType,
        List<String> objectKinds,
        String itemClass,
        int ratioBp,
        String frequency,
        String period,
        String leadDept,
        List<String> partnerDepts,
        String ratioScheme) {

    public PlanItem {
        ratioScheme = ratioScheme == null ? "" : ratioScheme; // plans of before this term
    }
}
