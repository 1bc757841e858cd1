package cn.zrzy.hub.routes;

/** {@code stamp-result-to-tsa}. */
class StampResultToTsaRouteTests extends StampRouteCases {

    StampResultToTsaRouteTests() {
        super("stamp-result-to-tsa", "result.json");
    }
}
