package cn.zrzy.hub.routes;

/** {@code publish-plan-to-province}. */
class PublishPlanToProvinceRouteTests extends PartnerRouteCases {

    PublishPlanToProvinceRouteTests() {
        super("publish-plan-to-province", "province");
    }
}
