package cn.zrzy.hub.routes;

/** {@code publish-plan-to-portal}. */
class PublishPlanToPortalRouteTests extends PartnerRouteCases {

    PublishPlanToPortalRouteTests() {
        super("publish-plan-to-portal", "portal");
    }
}
