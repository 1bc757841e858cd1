/** 抽取请求: what is fixed before anybody can know the seed: pool, rules, recipe, and the frozen draw that binds them. */
@org.springframework.modulith.NamedInterface("model")
package cn.zrzy.hub.draw.model;
