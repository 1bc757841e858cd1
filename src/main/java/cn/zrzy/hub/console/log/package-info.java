/** 日志遮盖: no log line leaves the hub with personal data in it. */
package cn.zrzy.hub.console.log;
