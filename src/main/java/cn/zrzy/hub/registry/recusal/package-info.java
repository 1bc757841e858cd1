/** 回避 as a trade: what a declaration must say. Its rows are kept by {@code ..jdbc}. */
package cn.zrzy.hub.registry.recusal;
