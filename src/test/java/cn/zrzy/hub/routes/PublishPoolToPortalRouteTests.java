package cn.zrzy.hub.routes;

/** {@code publish-pool-to-portal}. */
class PublishPoolToPortalRouteTests extends PartnerRouteCases {

    PublishPoolToPortalRouteTests() {
        super("publish-pool-to-portal", "portal");
    }
}
