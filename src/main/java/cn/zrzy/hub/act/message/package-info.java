/** 消息处置: what may be done about one message. */
package cn.zrzy.hub.act.message;
