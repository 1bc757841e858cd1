package cn.zrzy.hub.ceremony.amend;

/**
 * 作废申请 as the office hands it in. Reason and approver are published with the draw.
 *
 * @param document number of the paper that decides it (审批文号); the approver names the same one
 * @param evidence SM3 of that paper, 64 hex
 */
record VoidRequest(String reason, String document, String evidence) {}
