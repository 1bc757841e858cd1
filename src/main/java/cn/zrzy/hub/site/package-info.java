/** Faces: the public pages under /pub (公示). Everyone may read them, nothing can be changed through them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "site 公示",
        allowedDependencies = {
            "kernel",
            "catalog",
            "plan",
            "ceremony :: record",
            "ceremony :: hall",
            "draw",
            "draw :: model",
            "draw :: outcome",
            "draw :: paper"
        })
package cn.zrzy.hub.site;
