/** Acts: one draw from its call to its corrections (抽取办理), a room for each moment of it; the root holds its facts. */
@org.springframework.modulith.ApplicationModule(
        displayName = "ceremony 抽取办理",
        allowedDependencies = {
            "kernel",
            "kernel :: search",
            "registry",
            "draw",
            "draw :: canon",
            "draw :: model",
            "draw :: outcome",
            "draw :: seed",
            "draw :: paper",
            "plan",
            "plan :: approval",
            "plan :: jdbc"
        })
package cn.zrzy.hub.ceremony;
