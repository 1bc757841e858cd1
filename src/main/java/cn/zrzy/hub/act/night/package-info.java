/** 夜间处置: what may be done about a night and its jobs. */
package cn.zrzy.hub.act.night;
