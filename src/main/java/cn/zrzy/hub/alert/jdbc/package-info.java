/** SQL of the alerts. */
package cn.zrzy.hub.alert.jdbc;
