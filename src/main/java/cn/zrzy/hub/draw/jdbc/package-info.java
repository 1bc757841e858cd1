/** The only place where the draw schema is read or written, and where the draw meets Spring. */
package cn.zrzy.hub.draw.jdbc;
