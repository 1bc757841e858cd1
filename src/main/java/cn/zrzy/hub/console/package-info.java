/** 控制台: the operators' pages, one class a page, and who may see and press what. */
@org.springframework.modulith.ApplicationModule(
        displayName = "console 控制台",
        allowedDependencies = {
            "kernel",
            "kernel :: search",
            "kernel :: probe",
            "act",
            "act :: bulk",
            "act :: partner",
            "alert",
            "alert :: watch",
            "audit",
            "delivery",
            "delivery :: window",
            "draw",
            "duty",
            "duty :: pause",
            "duty :: progress",
            "intake",
            "plan",
            "ceremony :: record",
            "ceremony :: hold",
            "ceremony :: hall",
            "plumbing",
            "registry"
        })
package cn.zrzy.hub.console;
