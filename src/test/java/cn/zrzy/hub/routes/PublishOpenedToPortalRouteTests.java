package cn.zrzy.hub.routes;

/** {@code publish-opened-to-portal}. */
class PublishOpenedToPortalRouteTests extends PartnerRouteCases {

    PublishOpenedToPortalRouteTests() {
        super("publish-opened-to-portal", "portal");
    }
}
