package cn.zrzy.hub.plan.approval;

/**
 * A head's decision (审批). Who approves is the caller; it is never the author (two pairs of eyes).
 *
 * @param document number of the paper that approves it (审批文号)
 */
public record Approval(String document) {}
