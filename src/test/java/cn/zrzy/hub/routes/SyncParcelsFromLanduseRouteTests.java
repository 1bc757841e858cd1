package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

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

    @org.junit.jupiter.api.Test
    void thirtyThousandRowsTakeSeconds() {
        long start = System.nanoTime();
        hub.run("sync-parcels-from-landuse", "parcels-timed", SyncHarness.NIGHT.plusDays(20));
        assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(30);
    }
}
