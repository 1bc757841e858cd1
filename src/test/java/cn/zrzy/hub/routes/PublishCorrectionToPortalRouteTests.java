package cn.zrzy.hub.routes;

/** {@code publish-correction-to-portal}. */
class PublishCorrectionToPortalRouteTests extends PartnerRouteCases {

    PublishCorrectionToPortalRouteTests() {
        super("publish-correction-to-portal", "portal");
    }
}
