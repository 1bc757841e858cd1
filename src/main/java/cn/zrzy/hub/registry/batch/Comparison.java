package cn.zrzy.hub.registry.batch;

/** What the staged rows differ in from the live list (差异), in rows; {@code live} is how long that list is. */
public record Comparison(long added, long changed, long retired, long unchanged, long live) {}
