/** Ground floor: the codes, dates, digests and refusals that every room speaks of. */
@org.springframework.modulith.ApplicationModule(
        displayName = "kernel 基础",
        allowedDependencies = {})
package cn.zrzy.hub.kernel;
