/** 抽取记录: what was asked, drawn, stamped and amended, as it is kept and published. */
@org.springframework.modulith.NamedInterface("record")
package cn.zrzy.hub.ceremony.record;
