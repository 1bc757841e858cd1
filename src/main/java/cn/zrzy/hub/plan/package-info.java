/** The annual plan (年度抽查计划) and the scheme of each draw (工作方案): what was ordered, before any act. */
@org.springframework.modulith.ApplicationModule(
        displayName = "plan 计划",
        allowedDependencies = {"kernel", "catalog", "registry", "draw :: model"})
package cn.zrzy.hub.plan;
