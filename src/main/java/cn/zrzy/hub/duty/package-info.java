/** 值班: the ledger of night jobs, deadlines in working days, and what the duty desk must see. */
@org.springframework.modulith.ApplicationModule(
        displayName = "duty 值班",
        allowedDependencies = {"kernel", "kernel :: progress", "kernel :: search"})
package cn.zrzy.hub.duty;
