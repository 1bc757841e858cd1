/** 更正: late recusals and reserves, replayed on top of a result. */
package cn.zrzy.hub.draw.after;
