package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.registry.RegistryBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** sync-mining-rights-from-landuse. */
class SyncMiningRightsFromLanduseRouteTests extends LanduseRouteCases {

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("landuse", "1.0");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    SyncMiningRightsFromLanduseRouteTests() {
        super("sync-mining-rights-from-landuse", "mining-rights");
    }

    /** A ledger names no total: the second of each two rows goes to the quarantine and the list stays right. */
    @Override
    void judgeDoubled() {
        assertThat(hub.told()).isEmpty();
        assertThat(hub.bean(RegistryBook.class)
                        .run("mining-rights-doubled")
                        .orElseThrow()
                        .quarantined())
                .isGreaterThan(100);
    }
}
