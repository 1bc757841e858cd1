package cn.zrzy.hub.routes;

/** {@code publish-scheme-to-province}. */
class PublishSchemeToProvinceRouteTests extends PartnerRouteCases {

    PublishSchemeToProvinceRouteTests() {
        super("publish-scheme-to-province", "province");
    }
}
