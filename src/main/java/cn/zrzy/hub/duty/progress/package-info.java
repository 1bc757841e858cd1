/** 进度 of runs: what their workers say, kept for a page, and what follows from it. */
@org.springframework.modulith.NamedInterface("progress")
package cn.zrzy.hub.duty.progress;
