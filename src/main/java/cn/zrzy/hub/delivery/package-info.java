/** Books: everything that leaves (应报送): debts, dispatches, attempts, receipts, due times, and what is parked. */
@org.springframework.modulith.ApplicationModule(
        displayName = "delivery 报送",
        allowedDependencies = {"kernel", "kernel :: search"})
package cn.zrzy.hub.delivery;
