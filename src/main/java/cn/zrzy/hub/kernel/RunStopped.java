package cn.zrzy.hub.kernel;

/**
 * A night job's shift has ended without a result (运行中断), for good or until its next try; published in the transaction
 * that wrote it down, so that whatever the run had begun in other books is closed with it.
 *
 * @param message Chinese sentence: why
 */
public record RunStopped(Shift shift, String message) {}
