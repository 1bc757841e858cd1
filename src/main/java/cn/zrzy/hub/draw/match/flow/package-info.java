/** 最小费用流: teams as a flow of least cost and its proof by prices; knows costs and seats, no draw. */
package cn.zrzy.hub.draw.match.flow;
