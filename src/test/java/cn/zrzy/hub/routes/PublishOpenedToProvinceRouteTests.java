package cn.zrzy.hub.routes;

/** {@code publish-opened-to-province}. */
class PublishOpenedToProvinceRouteTests extends PartnerRouteCases {

    PublishOpenedToProvinceRouteTests() {
        super("publish-opened-to-province", "province");
    }
}
