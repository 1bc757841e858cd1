/** 测试连接: whether another system can be reached, asked by whoever can of whoever knows the way. */
@org.springframework.modulith.NamedInterface("probe")
package cn.zrzy.hub.kernel.probe;
