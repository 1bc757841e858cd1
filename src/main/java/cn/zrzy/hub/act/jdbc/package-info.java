/** Storage of bulk jobs, and the lock by which two people on one thing take turns. */
package cn.zrzy.hub.act.jdbc;
