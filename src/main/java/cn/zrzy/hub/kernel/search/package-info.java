/** 检索: what a person looks for and what a room has of it; each book looks into its own rows. */
@org.springframework.modulith.NamedInterface("search")
package cn.zrzy.hub.kernel.search;
