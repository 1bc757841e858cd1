/** Acts: inspection tasks (检查任务), what was found (检查结果), and where a finding must be sent (移送规则). */
@org.springframework.modulith.ApplicationModule(
        displayName = "inspection 检查",
        allowedDependencies = {"kernel", "kernel :: search", "registry", "duty"})
package cn.zrzy.hub.inspection;
