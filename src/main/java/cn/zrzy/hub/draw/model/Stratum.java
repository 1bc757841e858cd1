package cn.zrzy.hub.draw.model;

/**
 * 抽取层: the subjects of one item that share a quota.
 *
 * @param basisPoints the ratio that gave the quota
 * @param members N
 * @param quota n, fixed before the seed
 * @param reserve r
 */
public record Stratum(String code, String item, int basisPoints, int members, int quota, int reserve) {}
