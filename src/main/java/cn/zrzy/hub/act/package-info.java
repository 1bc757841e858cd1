/** 处置: what people may do about a night, a message or a partner, each one way through every door; and many at once. */
@org.springframework.modulith.ApplicationModule(
        displayName = "act 处置",
        allowedDependencies = {
            "kernel",
            "kernel :: probe",
            "alert",
            "alert :: watch",
            "audit",
            "delivery",
            "delivery :: window",
            "duty",
            "duty :: pause",
            "registry"
        })
package cn.zrzy.hub.act;
