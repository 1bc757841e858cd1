/** 两库: subjects (检查对象) and inspectors (执法检查人员), with versions, held changes and recusals. */
@org.springframework.modulith.ApplicationModule(
        displayName = "registry 两库",
        allowedDependencies = {"kernel", "kernel :: search"})
package cn.zrzy.hub.registry;
