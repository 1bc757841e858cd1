package cn.zrzy.hub.routes;

/** {@code publish-draw-to-portal}. */
class PublishDrawToPortalRouteTests extends PartnerRouteCases {

    PublishDrawToPortalRouteTests() {
        super("publish-draw-to-portal", "portal");
    }
}
