/** 交接班: taking over the desk and handing it over. */
package cn.zrzy.hub.act.watch;
