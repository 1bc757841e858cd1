package cn.zrzy.hub.routes;

/** {@code publish-scheme-to-portal}. */
class PublishSchemeToPortalRouteTests extends PartnerRouteCases {

    PublishSchemeToPortalRouteTests() {
        super("publish-scheme-to-portal", "portal");
    }
}
