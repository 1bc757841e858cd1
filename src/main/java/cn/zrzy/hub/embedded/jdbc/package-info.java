/** The one place of this room that speaks SQL: the question whether the database answers. */
package cn.zrzy.hub.embedded.jdbc;
