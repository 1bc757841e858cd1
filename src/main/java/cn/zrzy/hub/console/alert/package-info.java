/** 告警页与交接班页. */
package cn.zrzy.hub.console.alert;
