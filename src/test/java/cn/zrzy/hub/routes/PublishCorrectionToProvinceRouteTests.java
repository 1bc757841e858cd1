package cn.zrzy.hub.routes;

/** {@code publish-correction-to-province}. */
class PublishCorrectionToProvinceRouteTests extends PartnerRouteCases {

    PublishCorrectionToProvinceRouteTests() {
        super("publish-correction-to-province", "province");
    }
}
