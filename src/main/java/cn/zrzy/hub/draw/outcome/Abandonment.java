package cn.zrzy.hub.draw.outcome;

/** 作废: why a draw no longer counts and who approved it. Its result is computed and published all the same. */
public record Abandonment(String reason, String approver) {}
