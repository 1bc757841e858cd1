/** The only place where the audit schema is read or written. */
package cn.zrzy.hub.audit.jdbc;
