/** 停机窗口: when a partner is known to be away, and what waits for it then. */
@org.springframework.modulith.NamedInterface("window")
package cn.zrzy.hub.delivery.window;
