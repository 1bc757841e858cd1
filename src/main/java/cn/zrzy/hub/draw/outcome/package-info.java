/** 抽取结果: what is put into a frozen draw, what comes out of it, and what is done to it after. */
@org.springframework.modulith.NamedInterface("outcome")
package cn.zrzy.hub.draw.outcome;
