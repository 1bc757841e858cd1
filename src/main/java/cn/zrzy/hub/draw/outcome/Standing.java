package cn.zrzy.hub.draw.outcome;

/**
 * 本企业在一层中的位置: how one subject of the pool fared in one stratum.
 *
 * @param rank 1..n drawn, n+1.. reserve; 0 neither
 * @param ticket 64 hex; "" in mode P
 * @param cutoff the stratum's largest drawn ticket, 64 hex; "" in mode P or when nothing was drawn there
 */
public record Standing(String stratum, int rank, boolean drawn, String ticket, String cutoff) {}
