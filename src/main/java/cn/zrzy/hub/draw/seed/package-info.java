/** 种子: which recipes are sound, what is accepted towards the seed, and the seed itself. */
@org.springframework.modulith.NamedInterface("seed")
package cn.zrzy.hub.draw.seed;
