package cn.zrzy.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.console.NightInBrowser;
import cn.zrzy.hub.console.Visitor;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.OfficeProcess;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * F1: one night whose hub is killed with SIGKILL at thirteen places between two commits, each time started again on the same
 * data. Afterwards nothing is lost (I1), nothing took effect twice at an agency (I3), nothing is stuck (I7); and the
 * console shows that night.
 */
class KilledNightTests {

    /** An ordinary run takes three of the thirteen places, {@code -Dfaults.all=true} (bin/soak) each. */
    private static final boolean ALL = Boolean.getBoolean("faults.all");

    /** Reached while plan and scheme are being approved and published. */
    private static final List<String> DURING_PAPERS = List.of("after-claim", "after-begin", "before-confirm");

    /** Reached in this order by the night itself. */
    private static final List<String> DURING_NIGHT = List.of(
            "after-stage",
            "before-apply",
            "after-apply",
            "before-run-done",
            "after-freeze",
            "after-stamp",
            "after-draw",
            "before-fact-commit",
            "after-sent",
            "after-queue");

    private static final List<String> USUAL = List.of("before-apply", "before-fact-commit");

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration DEATH = Duration.ofSeconds(120);

    @Test
    void aNightKilledAgainAndAgainLosesNothingAndDoublesNothing() throws Exception {
        Path data = Path.of("target/killed-night-" + ProcessHandle.current().pid());
        int broker = TestDatabase.freePort();
        Path sandbox = data.resolve("sandbox");
        try (SandboxCity city = SandboxCity.start(sandbox, data.resolve("secrets"), broker, 0.02);
                HubProcess hub = new HubProcess(data, broker)) {
            hub.with(city.properties(sandbox));
            hub.with(Map.of("delivery.lease", "5s", "schedules.lease", "5s", "delivery.first-wait", "1s"));
            // The stamp has to come before the reveal deadline although the hub dies right after the freeze.
            hub.with(Map.of("draw.reveal-within", "90s", "draw.event-after", "95s"));

            liveThrough(hub, places(DURING_PAPERS, List.of("before-confirm")), "papers");
            OfficeProcess night = liveThrough(hub, places(DURING_NIGHT, USUAL), "night");
            hub.start("");
            assertThat(hub.awaitReady(START)).isTrue();
            assertThat(night.endedWell(240))
                    .as("see " + night.log() + ":\n" + tail(night.log()))
                    .isTrue();

            nothingIsLost(hub);
            nothingTookEffectTwice(hub, city);
            NightInBrowser.look(hub);
        }
    }

    private static List<String> places(List<String> all, List<String> usual) {
        return ALL ? all : Visitor.FOR_THE_DOCS ? List.of() : usual;
    }

    /** One life of the hub for each place, each ended by SIGKILL at that place. */
    private static OfficeProcess liveThrough(HubProcess hub, List<String> places, String office)
            throws IOException, InterruptedException {
        OfficeProcess people = OfficeProcess.start(hub, office, 6);
        for (String place : places) {
            hub.start(place);
            hub.awaitReady(START);
            assertThat(hub.awaitDeath(DEATH))
                    .as("the hub was to reach " + place + "; office: " + tail(people.log()))
                    .isTrue();
            assertThat(hub.exitValue()).as("ended by SIGKILL at " + place).isEqualTo(137);
        }
        return people;
    }

    private static void nothingIsLost(HubProcess hub) throws SQLException, IOException {
        try (Connection connection = connect(hub)) {
            for (String view : List.of(
                    "registry.i1_conservation",
                    "delivery.i1_conservation",
                    "delivery.i5_order",
                    "delivery.i7_dead_end",
                    "duty.i7_dead_end")) {
                assertThat(strings(connection, "select * from " + view))
                        .as(view)
                        .isEmpty();
            }
            assertThat(strings(connection, "select run_id from duty.run where state not in ('DONE', 'PARTIAL')"))
                    .isEmpty();
            assertThat(strings(connection, "select fact_key from delivery.dispatch where state <> 'CONFIRMED'"))
                    .isEmpty();
            assertThat(strings(connection, "select draw_no from plan.draw_result where drawn_at is not null"))
                    .hasSize(1);
            assertThat(strings(connection, "select file from draw.stamp"))
                    .containsExactlyInAnyOrder("manifest.json", "result.json");
            assertThat(strings(connection, "select task_no from inspection.finding"))
                    .hasSize(6)
                    .doesNotHaveDuplicates();
        }
    }

    private static void nothingTookEffectTwice(HubProcess hub, SandboxCity city) throws SQLException, IOException {
        Set<String> arrived = new TreeSet<>();
        for (String agency : List.of("province", "portal", "enforcement", "judiciary", "credit")) {
            Map<String, Integer> effects = city.effects(agency);
            assertThat(effects)
                    .as(agency)
                    .isNotEmpty()
                    .allSatisfy((key, times) -> assertThat(times).as(key).isEqualTo(1));
            arrived.addAll(effects.keySet());
        }
        try (Connection connection = connect(hub)) {
            assertThat(arrived)
                    .containsExactlyInAnyOrderElementsOf(strings(
                            connection, "select idempotency_key from delivery.dispatch where partner <> 'tsa'"));
        }
    }

    private static Connection connect(HubProcess hub) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                "hub",
                Files.readString(hub.data().resolve("secrets/postgres-password")));
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
