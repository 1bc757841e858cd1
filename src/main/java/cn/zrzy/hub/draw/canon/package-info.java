/** 规范写法: how bytes, words, numbers and digests are written, so that everybody gets the same; knows no draw (draw-protocol/1). */
package cn.zrzy.hub.draw.canon;
