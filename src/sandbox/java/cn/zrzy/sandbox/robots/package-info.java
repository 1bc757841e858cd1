/** 告警机器人: the stand-ins for the vendors' group robots, an SMS gateway, a webhook and the outside watcher. */
package cn.zrzy.sandbox.robots;
