package cn.zrzy.hub.routes;

/** {@code stamp-manifest-to-tsa}. */
class StampManifestToTsaRouteTests extends StampRouteCases {

    StampManifestToTsaRouteTests() {
        super("stamp-manifest-to-tsa", "manifest.json");
    }
}
