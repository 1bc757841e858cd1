/** 抽取: the night and the room hold a draw once its seed is there; tasks follow. */
package cn.zrzy.hub.ceremony.hold;
