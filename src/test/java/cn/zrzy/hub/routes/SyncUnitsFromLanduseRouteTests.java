package cn.zrzy.hub.routes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** sync-units-from-landuse. */
class SyncUnitsFromLanduseRouteTests extends LanduseRouteCases {

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("landuse", "1.0");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    SyncUnitsFromLanduseRouteTests() {
        super("sync-units-from-landuse", "units");
    }
}
