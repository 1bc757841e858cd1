package cn.zrzy.hub.routes;

/** {@code publish-results-to-portal}. */
class PublishResultsToPortalRouteTests extends PartnerRouteCases {

    PublishResultsToPortalRouteTests() {
        super("publish-results-to-portal", "portal");
    }
}
