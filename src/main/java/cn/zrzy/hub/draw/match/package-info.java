/** 搭配: who inspects whom: the roster of possible visits, and how far it is relaxed when teams are short. */
package cn.zrzy.hub.draw.match;
