/** 检索与卷宗: one box that finds anything, and the file of one object or inspector. */
package cn.zrzy.hub.console.find;
