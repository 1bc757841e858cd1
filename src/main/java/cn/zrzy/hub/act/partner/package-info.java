/** 单位处置: what may be done about a partner or a source. */
@org.springframework.modulith.NamedInterface("partner")
package cn.zrzy.hub.act.partner;
