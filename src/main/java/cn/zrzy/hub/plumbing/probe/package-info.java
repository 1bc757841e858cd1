/** 测试连接 by the routes of routes/probe. */
package cn.zrzy.hub.plumbing.probe;
