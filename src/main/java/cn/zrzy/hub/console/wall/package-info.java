/** 值班大屏: the duty desk for a screen on the wall, which anybody in the room sees: no names, nothing to press, never logged out. */
package cn.zrzy.hub.console.wall;
