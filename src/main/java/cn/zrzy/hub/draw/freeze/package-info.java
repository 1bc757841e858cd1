/** 冻结: what may be frozen, the rehearsal of it, and the frozen draw made and read back. */
package cn.zrzy.hub.draw.freeze;
