/** 两库检索: what is looked for in the registries, and what changed when. */
package cn.zrzy.hub.registry.search.jdbc;
