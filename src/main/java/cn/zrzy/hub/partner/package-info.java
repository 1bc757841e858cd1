/** Faces: our facts in each partner agency's words (对接单位), and what they sign for. One folder an agency; folders never meet. */
@org.springframework.modulith.ApplicationModule(
        displayName = "partner 对接单位",
        allowedDependencies = {
            "kernel",
            "delivery",
            "plan",
            "ceremony",
            "ceremony :: record",
            "ceremony :: platform",
            "inspection",
            "registry"
        })
package cn.zrzy.hub.partner;
