/** Acts: the only home of Camel and JMS (管道): relays, the timekeeper, header hygiene, the live route overview. */
@org.springframework.modulith.ApplicationModule(
        displayName = "plumbing 管道",
        allowedDependencies = {"kernel", "kernel :: probe", "embedded", "delivery", "duty", "duty :: pause", "audit"})
package cn.zrzy.hub.plumbing;
