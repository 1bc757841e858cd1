/** 抽取模式: what each mode asks of a request and how it holds a draw. */
package cn.zrzy.hub.draw.mode;
