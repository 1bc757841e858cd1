/** 单位处置: what may be done about a partner. */
package cn.zrzy.hub.act.partner;
