package cn.zrzy.hub.console.machine;

/** What a call of the API does (办理性质), and so whose word it takes. */
enum ApiDeed {
    /** 查看: changes nothing. */
    READ,
    /** 报送: drafts and results, which somebody else decides about or which state a fact; a machine may. */
    ENTER,
    /** 决定: approves, stops, starts, opens or asks for it; a person's own account only. */
    DECIDE;

    /** The authority by which a caller may do such a thing. */
    String authority() {
        return "API_" + name();
    }
}
