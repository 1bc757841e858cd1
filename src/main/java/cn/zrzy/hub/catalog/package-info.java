/** 一单: the inspection items that may be drawn, each with its legal basis, ratio and validity. */
@org.springframework.modulith.ApplicationModule(
        displayName = "catalog 一单",
        allowedDependencies = {"kernel"})
package cn.zrzy.hub.catalog;
