/** 批量作业: one act on many messages, staged: one, ten, the rest. */
@org.springframework.modulith.NamedInterface("bulk")
package cn.zrzy.hub.act.bulk;
