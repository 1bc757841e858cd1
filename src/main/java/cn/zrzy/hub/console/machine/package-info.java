/** 机器走的门: the API and the management port, who may call what there, and what proves a caller. */
package cn.zrzy.hub.console.machine;
