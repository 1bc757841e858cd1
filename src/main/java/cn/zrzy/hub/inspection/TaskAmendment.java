package cn.zrzy.hub.inspection;

/**
 * The document by which a correction changes the tasks of a draw (任务变更单); it arrives as JSON, like the order did.
 *
 * @param order everything that the draw orders from now on
 */
record TaskAmendment(TaskOrder order, String note) {}
