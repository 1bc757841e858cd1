/** The systems that we read from, one folder each: their records, translated into rows of the registry. */
@org.springframework.modulith.ApplicationModule(
        displayName = "source 来源",
        allowedDependencies = {"kernel", "kernel :: progress", "registry", "intake", "draw :: model"})
package cn.zrzy.hub.source;
