/** The only place where the console schema is read or written. */
package cn.zrzy.hub.console.jdbc;
