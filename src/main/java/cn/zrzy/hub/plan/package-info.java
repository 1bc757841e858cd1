/** Acts: the annual plan (年度抽查计划), the scheme of each draw (工作方案) and the session that holds the draw. */
@org.springframework.modulith.ApplicationModule(
        displayName = "plan 计划",
        allowedDependencies = {
            "kernel",
            "catalog",
            "registry",
            "draw",
            "draw :: canon",
            "draw :: model",
            "draw :: outcome",
            "draw :: seed",
            "draw :: paper"
        })
package cn.zrzy.hub.plan;
