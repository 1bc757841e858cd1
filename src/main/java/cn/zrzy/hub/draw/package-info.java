/** 抽取: the draw as a pure function of request and seed, with its evidence; no Spring, no clock, no Random in here. */
@org.springframework.modulith.ApplicationModule(
        displayName = "draw 抽取",
        allowedDependencies = {"kernel"})
package cn.zrzy.hub.draw;
