package cn.zrzy.hub.inspection;

/** The document by which a void takes the tasks of a draw back (任务撤销通知); it arrives as JSON, like the order did. */
record TaskNotice(String drawNo, String reason) {}
