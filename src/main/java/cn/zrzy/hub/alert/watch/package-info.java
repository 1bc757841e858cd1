/** 班次: who is on duty at the desk, and what was handed over. */
@org.springframework.modulith.NamedInterface("watch")
package cn.zrzy.hub.alert.watch;
