/** Everything that arrives: stored bodies by hash, row framing and the quarantine (隔离区). */
@org.springframework.modulith.ApplicationModule(
        displayName = "intake 接收",
        allowedDependencies = {"kernel", "kernel :: search"})
package cn.zrzy.hub.intake;
