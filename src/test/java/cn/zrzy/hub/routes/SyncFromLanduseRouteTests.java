package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.SyncRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each land-use route has to stand, against one sandbox (12,000 parcels in pages; bin/demo has the full city): the first night and the
 * next, every row twice, and a partner that is away. Parcels, projects and units are one template.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SyncFromLanduseRouteTests {

    /** Dirt that only needs another form, or is no fault of the row: the row is taken. */
    private static final Set<String> MENDED = Set.of("fullWidth", "trailingSpace", "dateStyle", "certExpired");

    private static final List<String> FEEDS = List.of("parcels", "projects", "units", "mining-rights");

    private static SyncHarness hub;

    @BeforeAll
    static void start() {
        hub = SyncHarness.start("landuse", "0.4");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    static List<String> feeds() {
        return FEEDS;
    }

    private static String route(String feed) {
        return "sync-" + feed + "-from-landuse";
    }

    @AfterEach
    void calm() {
        hub.mood("calm");
        hub.told().clear();
        assertThat(hub.conservationFaults()).as("I1 守恒").isZero();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @Order(1) // the first night; the other cases are later ones, and no earlier night may follow a later
    void goesThrough(String feed) throws IOException {
        String runId = feed + "-1";
        Outcome outcome = hub.run(route(feed), runId, SyncHarness.NIGHT);

        assertThat(hub.told()).isEmpty();
        assertThat(outcome).isNotNull();
        SyncRun run = hub.bean(RegistryBook.class).run(runId).orElseThrow();
        assertThat(run.state()).isEqualTo(SyncRun.State.APPLIED);
        JsonNode truth = new ObjectMapper()
                .readTree(hub.control("GET", "/sim/landuse/truth?feed=" + feed + "&date=" + SyncHarness.NIGHT, ""));
        assertThat(run.received()).isEqualTo(truth.path("rows").asLong());
        assertThat(hub.bean(Quarantine.class).count(runId))
                .isEqualTo(run.quarantined())
                .isPositive();
        assertThat(run.quarantined()).isLessThanOrEqualTo(bad(truth.path("bad"), Set.of()));
        assertThat(hub.bean(IntakeStore.class).of(runId)).isNotEmpty();

        Outcome next = hub.run(route(feed), feed + "-2", SyncHarness.NIGHT.plusDays(1));
        assertThat(hub.told()).isEmpty();
        assertThat(next.state()).isNotEqualTo(Outcome.State.HELD);
    }

    private static long bad(JsonNode rules, Set<String> without) {
        long sum = 0;
        var fields = rules.fields();
        while (fields.hasNext()) {
            var rule = fields.next();
            sum += without.contains(rule.getKey()) || MENDED.contains(rule.getKey())
                    ? 0
                    : rule.getValue().asLong();
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @Order(2)
    void everyRowTwice(String feed) {
        hub.mood("duplicate");
        hub.run(route(feed), feed + "-doubled", SyncHarness.NIGHT.plusDays(2));
        if (feed.equals("mining-rights")) {
            // A ledger names no total: the second of each two rows goes to the quarantine and the list stays right.
            assertThat(hub.told()).isEmpty();
            assertThat(hub.bean(RegistryBook.class)
                            .run("mining-rights-doubled")
                            .orElseThrow()
                            .quarantined())
                    .isGreaterThan(100);
        } else {
            // Each row twice while the total says once: the counts differ and nothing is applied.
            assertThat(hub.told()).singleElement().asString().startsWith("fail " + feed + "-doubled E-FEED-COUNT");
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @Order(3)
    void partnerDown(String feed) {
        for (String mood : new String[] {"down", "rejecting", "garbage", "answer-lost"}) {
            hub.mood(mood);
            hub.run(route(feed), feed + "-" + mood, SyncHarness.NIGHT.plusDays(3));
        }
        assertThat(hub.told()).hasSize(4).allSatisfy(told -> assertThat(told).startsWith("postpone " + feed));
        hub.mood("calm");
        assertThat(hub.run(route(feed), feed + "-down", SyncHarness.NIGHT.plusDays(3)))
                .as("the same run, tried again later")
                .isNotNull();
    }
}
