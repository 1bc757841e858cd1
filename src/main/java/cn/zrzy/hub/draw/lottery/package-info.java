/** 抽签: quotas of each stratum and the tickets that order it; the seed goes in, picks come out. */
package cn.zrzy.hub.draw.lottery;
