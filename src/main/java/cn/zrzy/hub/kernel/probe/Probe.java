package cn.zrzy.hub.kernel.probe;

/**
 * What came of asking (测试结果).
 *
 * @param through 通: it answered as its contract says, and took our credentials
 * @param sentence what it said, or what was refused and what to look at; Chinese, without a full stop
 */
public record Probe(boolean through, String sentence, long millis) {}
