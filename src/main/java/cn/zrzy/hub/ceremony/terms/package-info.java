/** 抽取设置: how draws are held here, and what may be written for good. */
package cn.zrzy.hub.ceremony.terms;
