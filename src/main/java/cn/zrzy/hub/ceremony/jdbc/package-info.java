/** Storage of the ceremony, in the schema plan that it shares with plans and schemes. */
package cn.zrzy.hub.ceremony.jdbc;
