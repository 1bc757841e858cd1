/** Acts: the annual plan (年度抽查计划), the scheme of each draw (工作方案) and the session that holds the draw. */
@org.springframework.modulith.ApplicationModule(
        displayName = "plan 计划",
        allowedDependencies = {"kernel", "kernel :: search", "catalog", "registry", "draw", "draw :: canon"})
package cn.zrzy.hub.plan;
