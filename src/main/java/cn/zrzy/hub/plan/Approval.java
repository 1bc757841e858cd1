package cn.zrzy.hub.plan;

/**
 * A head's decision (审批).
 *
 * @param approver name of the person who approves; never the author (two pairs of eyes)
 * @param document number of the paper that approves it (审批文号)
 */
public record Approval(String approver, String document) {}
