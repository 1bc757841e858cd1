/** The ledger of what leaves, in PostgreSQL; every lease and every due time is judged by the database's clock. */
package cn.zrzy.hub.delivery.jdbc;
