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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The three cases that each land-use route must pass, against the sandbox. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class LanduseRouteCases {

    /** Dirt that only needs another form, or is no fault of the row: the row is taken. */
    private static final Set<String> MENDED = Set.of("fullWidth", "trailingSpace", "dateStyle", "certExpired");

    static SyncHarness hub;

    private final String route;
    private final String feed;

    LanduseRouteCases(String route, String feed) {
        this.route = route;
        this.feed = feed;
    }

    @AfterEach
    void calm() {
        hub.mood("calm");
        hub.told().clear();
        assertThat(hub.conservationFaults()).as("I1 守恒").isZero();
    }

    @Test
    @Order(1) // the first night; the other cases are later ones, and no earlier night may follow a later
    void goesThrough() throws IOException {
        String runId = feed + "-1";
        Outcome outcome = hub.run(route, runId, SyncHarness.NIGHT);

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

        Outcome next = hub.run(route, feed + "-2", SyncHarness.NIGHT.plusDays(1));
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

    @Test
    @Order(2)
    void isRejected() {
        hub.mood("duplicate");
        hub.run(route, feed + "-doubled", SyncHarness.NIGHT.plusDays(2));
        judgeDoubled();
    }

    /** Each row twice while the total says once: the counts differ and nothing is applied. */
    void judgeDoubled() {
        assertThat(hub.told()).singleElement().asString().startsWith("fail " + feed + "-doubled E-FEED-COUNT");
    }

    @Test
    @Order(3)
    void partnerDown() {
        for (String mood : new String[] {"down", "rejecting", "garbage", "answer-lost"}) {
            hub.mood(mood);
            hub.run(route, feed + "-" + mood, SyncHarness.NIGHT.plusDays(3));
        }
        assertThat(hub.told()).hasSize(4).allSatisfy(told -> assertThat(told).startsWith("postpone " + feed));
        hub.mood("calm");
        assertThat(hub.run(route, feed + "-down", SyncHarness.NIGHT.plusDays(3)))
                .as("the same run, tried again later")
                .isNotNull();
    }
}
