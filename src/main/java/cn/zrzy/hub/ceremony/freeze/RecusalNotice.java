package cn.zrzy.hub.ceremony.freeze;

/**
 * 回避申报 as the office hands it in (行政处罚法 §43).
 *
 * @param staffNo 工号 of the inspector
 * @param subjectCode a subject's code, or a holder's 统一社会信用代码: then for all that the holder has
 */
public record RecusalNotice(String staffNo, String subjectCode, String reason) {}
