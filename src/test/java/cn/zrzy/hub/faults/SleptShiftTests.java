package cn.zrzy.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * F14, F15: a worker that slept past its lease, as a stopped or swapped-out machine does. It wakes in the middle of its
 * pages; the list is whole afterwards all the same, and ledger and registry say the same of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SleptShiftTests {

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration A_WHILE = Duration.ofSeconds(120);
    private static final int PAGE = 100;

    /** Which of its threads wakes first is chance; bin/soak gives it more of them. */
    private static final int NAPS = Boolean.getBoolean("faults.all") ? 6 : 1;

    private static SandboxCity city;
    private static HubProcess one;
    private static HubProcess two;
    private static Connection database;
    private final LocalDate today = LocalDate.now();

    @BeforeAll
    static void start() throws Exception {
        Path data = Path.of("target/slept-shift-" + ProcessHandle.current().pid());
        Path secrets = data.resolve("one/secrets");
        int broker = TestDatabase.freePort();
        Path sandbox = data.resolve("sandbox");
        city = SandboxCity.start(sandbox, secrets, broker, 0.02);
        one = hub(data.resolve("one"), broker, sandbox);
        one.start("");
        assertThat(one.awaitReady(START)).isTrue();
        two = hub(data.resolve("two"), TestDatabase.freePort(), sandbox);
        two.with(Map.of(
                "hub.secrets.dir", secrets.toAbsolutePath().toString(),
                "hub.embedded.postgres", "false",
                "spring.datasource.url", url(),
                "spring.datasource.username", "hub",
                "spring.datasource.password", one.secret("postgres-password")));
        database = DriverManager.getConnection(url(), "hub", one.secret("postgres-password"));
    }

    private static HubProcess hub(Path data, int broker, Path sandbox) throws IOException {
        HubProcess hub = new HubProcess(data, broker);
        hub.with(city.properties(sandbox));
        hub.with(Map.of(
                "schedules.lease", "6s",
                "source.landuse.page-size", Integer.toString(PAGE),
                "spring.datasource.hikari.maximum-pool-size", "15"));
        return hub;
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + one.postgresPort() + "/postgres";
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        for (HubProcess hub : List.of(two, one)) {
            if (hub.isAlive()) {
                hub.thaw();
                hub.close();
            }
        }
        city.close();
    }

    /** Its one worker waits for a page that will come after the hub has gone on; the others' threads are free. */
    @Test
    @Order(1)
    void oneHubThatSleptGoesOnOnceAndNotTwice() throws Exception {
        LocalDate night = today.minusDays(1);
        String run = begin(night, 3 * PAGE - PAGE / 5);
        city.slow("landuse", 25_000);
        nobodyTurnsPages(Duration.ofMillis(1500));
        for (int nap = 1; nap <= NAPS; nap++) {
            one.freeze();
            await().atMost(A_WHILE)
                    .until(() -> number(
                                    "select count(*) from duty.run where run_id = '%s' and lease_until < now() - interval '1 s'",
                                    run)
                            == 1);
            one.thaw();
            await().atMost(A_WHILE)
                    .until(() ->
                            number("select count(*) from duty.run where run_id = '%s' and lease_until > now()", run)
                                    == 1);
        }
        city.slow("landuse", 1000);
        theListsAreWhole(night);
        assertThat(number(
                        "select max(attempts) from duty.run where business_date = '%s' and job like '%%-from-landuse'",
                        night))
                .isLessThanOrEqualTo(2);
    }

    /** It waits for one of its last pages; its successor has only just begun. */
    @Test
    @Order(2)
    void whoSleptWhileAnotherHubTookOverWritesNothingAnyMore() throws Exception {
        two.start("");
        assertThat(two.awaitReady(START)).isTrue();
        String run = begin(today, 5 * PAGE - PAGE / 5);
        HubProcess sleeper = keeper(run);
        sleeper.freeze();
        city.slow("landuse", 2000);
        long fence = number("select fence from duty.run where run_id = '%s'", run);
        await().atMost(A_WHILE)
                .until(() -> number("select fence from duty.run where run_id = '%s'", run) > fence
                        && staged(run) > 0
                        && staged(run) <= PAGE);
        sleeper.thaw();
        theListsAreWhole(today);
    }

    /** Starts the night and waits until at least so many parcels are staged, with pages left to read. */
    private String begin(LocalDate night, int rows) throws IOException {
        city.slow("landuse", 700);
        one.api("李敏").post("/api/operator/acts/start-night/" + night, "{\"reason\":\"试验\"}");
        String run = night.format(DateTimeFormatter.BASIC_ISO_DATE) + "-sync-parcels-from-landuse";
        await().atMost(A_WHILE).pollInterval(Duration.ofMillis(50)).until(() -> staged(run) >= rows);
        return run;
    }

    /** The hub in whose data folder the page lies that came last. */
    private static HubProcess keeper(String run) throws SQLException {
        String page = strings("select sha256 from intake.body where run_id = '%s' order by kept_at desc limit 1", run)
                .get(0);
        Path body = Path.of("bodies", page.substring(0, 2), page.substring(2));
        return Files.exists(two.data().resolve(body)) ? two : one;
    }

    private static void theListsAreWhole(LocalDate night) throws Exception {
        await().atMost(A_WHILE)
                .until(() -> number(
                                "select count(*) from duty.run where business_date = '%s' and job like '%%-from-landuse'"
                                        + " and state in ('DUE', 'RUNNING', 'WAITING')",
                                night)
                        == 0);
        nobodyTurnsPages(Duration.ofSeconds(3)); // the sleeper that woke up included
        for (String feed : List.of("parcels", "projects", "units")) {
            theListIsWhole(feed, night);
        }
        assertThat(strings("select run_id from registry.i1_conservation")).isEmpty();
        assertThat(strings("select run_id from duty.i7_dead_end")).isEmpty();
    }

    private static void theListIsWhole(String feed, LocalDate night) throws Exception {
        String run = night.format(DateTimeFormatter.BASIC_ISO_DATE) + "-sync-" + feed + "-from-landuse";
        assertThat(strings("select state || message from duty.run where run_id = '%s'", run))
                .singleElement()
                .asString()
                .matches("(DONE|PARTIAL)收到 .*");
        assertThat(strings("select state from registry.sync_run where run_id = '%s'", run))
                .as(feed)
                .containsExactly("APPLIED");
        JsonNode truth = new ObjectMapper()
                .readTree(city.send(
                        HttpRequest.newBuilder(city.uri("landuse", "truth?feed=" + feed + "&date=" + night))));
        long bad = 0;
        for (JsonNode rule : truth.path("bad")) {
            bad += rule.asLong();
        }
        long received = number("select received from registry.sync_run where run_id = '%s'", run);
        long quarantined = number("select quarantined from registry.sync_run where run_id = '%s'", run);
        assertThat(received).as(feed).isEqualTo(truth.path("rows").asLong());
        assertThat(quarantined).as("quarantined " + feed).isLessThanOrEqualTo(bad);
        assertThat(number(
                        "select count(*) from registry.subject_version where feed = 'landuse.%s'"
                                + " and until is null and not retired",
                        feed))
                .as("live " + feed)
                .isEqualTo(received - quarantined);
    }

    private static void nobodyTurnsPages(Duration aWhile) {
        long[] seen = {-1};
        await().atMost(A_WHILE).pollInterval(aWhile).until(() -> {
            long before = seen[0];
            seen[0] = city.received("landuse").path("requests").asLong();
            return before == seen[0];
        });
    }

    private static long staged(String run) throws SQLException {
        return number("select count(*) from registry.staged_subject where run_id = '%s'", run);
    }

    private static long number(String sql, Object... words) throws SQLException {
        return Long.parseLong(strings(sql, words).get(0));
    }

    private static List<String> strings(String sql, Object... words) throws SQLException {
        try (ResultSet rows = database.createStatement().executeQuery(sql.formatted(words))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
