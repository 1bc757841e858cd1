package cn.zrzy.hub.routes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** sync-projects-from-landuse. */
class SyncProjectsFromLanduseRouteTests extends LanduseRouteCases {

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("landuse", "1.0");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    SyncProjectsFromLanduseRouteTests() {
        super("sync-projects-from-landuse", "projects");
    }
}
