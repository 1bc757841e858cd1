/** 告警与交接班: what stands on the duty desk becomes a row, is told to people where they are, owned, and handed over. */
@org.springframework.modulith.ApplicationModule(
        displayName = "alert 告警与交接班",
        allowedDependencies = {"kernel"})
package cn.zrzy.hub.alert;
