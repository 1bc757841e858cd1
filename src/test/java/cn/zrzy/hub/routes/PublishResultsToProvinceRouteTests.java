package cn.zrzy.hub.routes;

/** {@code publish-results-to-province}. */
class PublishResultsToProvinceRouteTests extends PartnerRouteCases {

    PublishResultsToProvinceRouteTests() {
        super("publish-results-to-province", "province");
    }
}
