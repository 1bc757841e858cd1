package cn.zrzy.hub.routes;

/** {@code publish-void-to-portal}. */
class PublishVoidToPortalRouteTests extends PartnerRouteCases {

    PublishVoidToPortalRouteTests() {
        super("publish-void-to-portal", "portal");
    }
}
