package cn.zrzy.hub.routes;

/** {@code publish-void-to-province}. */
class PublishVoidToProvinceRouteTests extends PartnerRouteCases {

    PublishVoidToProvinceRouteTests() {
        super("publish-void-to-province", "province");
    }
}
