/** 手机卡片: what a table needs so that its rows can be read as cards. */
package cn.zrzy.hub.console.cards;
