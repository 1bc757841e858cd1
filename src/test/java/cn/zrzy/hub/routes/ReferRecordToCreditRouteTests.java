package cn.zrzy.hub.routes;

/** {@code refer-record-to-credit}. */
class ReferRecordToCreditRouteTests extends PartnerRouteCases {

    ReferRecordToCreditRouteTests() {
        super("refer-record-to-credit", "credit");
    }
}
