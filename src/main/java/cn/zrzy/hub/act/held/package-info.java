/** 拦截处置: what two people do about a change of the lists that the guard stopped. */
package cn.zrzy.hub.act.held;
