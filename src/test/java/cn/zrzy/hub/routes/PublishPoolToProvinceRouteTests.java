package cn.zrzy.hub.routes;

/** {@code publish-pool-to-province}. */
class PublishPoolToProvinceRouteTests extends PartnerRouteCases {

    PublishPoolToProvinceRouteTests() {
        super("publish-pool-to-province", "province");
    }
}
