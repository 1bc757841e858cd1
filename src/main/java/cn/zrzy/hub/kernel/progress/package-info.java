/** 进度: how far a run is, told by whoever works on it. */
@org.springframework.modulith.NamedInterface("progress")
package cn.zrzy.hub.kernel.progress;
