/** 平台抽取: the pool goes to the province's platform, its result comes back and is checked. */
@org.springframework.modulith.NamedInterface("platform")
package cn.zrzy.hub.ceremony.platform;
