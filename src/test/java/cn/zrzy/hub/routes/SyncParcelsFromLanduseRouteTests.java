package cn.zrzy.hub.routes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** sync-parcels-from-landuse: 30,000 parcels in pages. */
class SyncParcelsFromLanduseRouteTests extends LanduseRouteCases {

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("landuse", "1.0");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    SyncParcelsFromLanduseRouteTests() {
        super("sync-parcels-from-landuse", "parcels");
    }
}
