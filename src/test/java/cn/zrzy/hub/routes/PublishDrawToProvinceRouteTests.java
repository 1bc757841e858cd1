package cn.zrzy.hub.routes;

/** {@code publish-draw-to-province}. */
class PublishDrawToProvinceRouteTests extends PartnerRouteCases {

    PublishDrawToProvinceRouteTests() {
        super("publish-draw-to-province", "province");
    }
}
