/** 暂停 of night jobs and of routes that receive. */
@org.springframework.modulith.NamedInterface("pause")
package cn.zrzy.hub.duty.pause;
