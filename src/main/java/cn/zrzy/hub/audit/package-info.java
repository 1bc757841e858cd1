/** 审计: an append-only, hash-chained trail of who did what to which object, why, and with what result. */
@org.springframework.modulith.ApplicationModule(
        displayName = "audit 审计",
        allowedDependencies = {"kernel"})
package cn.zrzy.hub.audit;
