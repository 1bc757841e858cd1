package cn.zrzy.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.DutyDesk;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.fixtures.WebClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What stops must be seen, and must stop (breaks G, H and I of the operation): the embedded database is killed, the hub says
 * so at once with whom to call, starts it again and tells the desk; killed in the middle of a bulk job, it goes on where it
 * was; told to end, the process ends.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoppedServersTests {

    private static final int REFUSED = 4;
    private static final String PLAN =
            "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static SandboxCity city;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws Exception {
        Path data = Path.of("target/stopped-" + ProcessHandle.current().pid());
        int broker = TestDatabase.freePort();
        Path sandbox = data.resolve("sandbox");
        city = SandboxCity.start(sandbox, data.resolve("secrets"), broker, 0.02);
        hub = new HubProcess(data, broker);
        hub.with(city.properties(sandbox));
        hub.with(Map.of("delivery.lease", "5s", "delivery.first-wait", "1s"));
        hub.start("before-job-item"); // nobody presses for a job before the third test
        assertThat(hub.awaitReady(Duration.ofSeconds(180))).isTrue();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        city.close();
    }

    @Test
    @Order(1)
    void aKilledDatabaseIsSaidAtOnceAndStartedAgain() throws Exception {
        hub.api("李敏")
                .post(
                        "/api/operator/acts/pause-partner/enforcement",
                        "{\"reason\":\"张三在修专线\",\"until\":\"%s\"}"
                                .formatted(OffsetDateTime.now().plusHours(1)));
        Path seen = hub.data().resolve("last-board.txt");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Files.exists(seen) && Files.readString(seen).contains("执法支队暂停报送"));
        WebClient admin = ConsolePeople.first(hub).admin();
        assertThat(admin.get("/ops").statusCode()).isEqualTo(200);
        // Held down, so that there is time to look: the program is out of the way while the server is killed.
        Path cluster = cluster();
        Path program = cluster.resolve("pg-18/bin/pg_ctl");
        Path hidden = cluster.resolve("pg-18/bin/pg_ctl.hidden");
        Files.move(program, hidden);
        kill9(Files.readAllLines(cluster.resolve("cluster/postmaster.pid")).get(0));
        awaitStatus("/ops", "text/html", 503);

        saysWithinASecond("/ops", "text/html", "0374-2960001");
        saysWithinASecond("/login", "text/html", "0374-2960001");
        assertThat(admin.get("/ops").body())
                .contains("执法支队暂停报送到", "最后一次看到的值班台", "信息中心 0374-2960002")
                .doesNotContain("张三", "李敏");
        for (String path : List.of("/ops", "/login", "/wall/hubwall_any")) {
            assertThat(get(path, "text/html").body())
                    .as("a stranger learns whom to call")
                    .contains("信息中心 0374-2960002")
                    .doesNotContain("执法支队", "最后一次看到的值班台");
        }
        assertThat(get("/wall/hubwall_any", "text/html").headers().firstValue("Refresh"))
                .as("a screen has nobody to press")
                .isPresent();
        saysWithinASecond("/pub", "text/html", "0374-2960000");
        String citizens = get("/pub", "text/html").body();
        assertThat(citizens).contains("双随机、一公开").doesNotContain("值班台").doesNotContain("数据库");
        assertThat(get("/api/operator/nights/today", "application/json").body()).contains("E-API-OUTAGE");
        assertThat(get("/assets/console/console.css", "text/css").statusCode()).isEqualTo(200);

        Files.move(hidden, program);
        awaitStatus("/pub", "text/html", 200);
        DutyDesk.tellsWithinAMinute(hub, "concern-database-restarted");
    }

    @Test
    @Order(2)
    void aBrokerThatIsAwayDoesNotTakeTheConsoleAway() throws Exception {
        HttpResponse<String> readiness = HTTP.send(
                HttpRequest.newBuilder(URI.create(hub.managementUrl() + "/actuator/health/readiness"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(readiness.statusCode()).isEqualTo(200);
    }

    /** It is killed while it presses for a bulk job: the next one goes on, and each message was pressed once. */
    @Test
    @Order(3)
    void aKilledBulkJobGoesOnAndPausesStay() throws Exception {
        HubSql sql = new HubSql(hub);
        refuse(sql);
        HubClient api = hub.api("李敏");
        api.post(
                "/api/operator/acts/pause-partner/credit",
                "{\"reason\":\"对方停机\",\"until\":\"%s\"}"
                        .formatted(OffsetDateTime.now().plusHours(1)));
        api.post(
                "/api/operator/acts/pause-route/receive-slips-from-judiciary",
                "{\"reason\":\"回单有误\",\"until\":\"%s\"}"
                        .formatted(OffsetDateTime.now().plusHours(1)));
        api.post("/api/operator/jobs", "{\"act\":\"resend\",\"partner\":\"portal\",\"reason\":\"门户已放行\"}");
        assertThat(hub.awaitDeath(Duration.ofMinutes(1))).isTrue();
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofMinutes(3))).isTrue();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !sql.rows("select 1 from act.job where state = 'DONE' and done = ?", (long) REFUSED)
                        .isEmpty());
        assertThat(sql.rows("select dispatch from delivery.act group by dispatch having count(*) > 1"))
                .as("pressed twice")
                .isEmpty();
        assertThat(city.effects("portal"))
                .hasSize(REFUSED)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        assertThat(sql.rows("select 1 from delivery.paused_partner where partner = 'credit'"))
                .as("a pause outlives the hub")
                .hasSize(1);
        await().atMost(Duration.ofMinutes(1)).until(() -> hub.log().contains("receive-replies-from-enforcement 开始收取"));
        assertThat(hub.log())
                .as("what is paused does not even begin")
                .doesNotContain("receive-slips-from-judiciary 开始收取");
    }

    private static void refuse(HubSql sql) throws Exception {
        city.mood("portal", "rejecting");
        HubClient office = hub.api("周敏");
        for (int i = 0; i < REFUSED; i++) {
            String planNo =
                    office.post("/api/plans", PLAN).body().path("planNo").asText();
            office.as("何建国").post("/api/plans/" + planNo + "/approve", "{\"document\": \"批1\"}");
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> sql.rows("select 1 from delivery.dispatch where partner = 'portal' and state = 'PARKED'")
                                .size()
                        == REFUSED);
        city.mood("portal", "calm");
    }

    /** With the database frozen, whatever waits for it waits for ever; the process does not. */
    @Test
    @Order(4)
    void toldToEndTheProcessEndsWhateverIsStuck() throws Exception {
        Path cluster = cluster();
        String postmaster =
                Files.readAllLines(cluster.resolve("cluster/postmaster.pid")).get(0);
        signal("-STOP", postmaster);
        for (ProcessHandle child : ProcessHandle.of(Long.parseLong(postmaster))
                .orElseThrow()
                .children()
                .toList()) {
            signal("-STOP", Long.toString(child.pid()));
        }
        try {
            signal("-TERM", Long.toString(hub.pid()));
            assertThat(hub.awaitDeath(Duration.ofSeconds(45))).as("ended").isTrue();
        } finally {
            for (ProcessHandle child : ProcessHandle.of(Long.parseLong(postmaster))
                    .orElseThrow()
                    .children()
                    .toList()) {
                signal("-KILL", Long.toString(child.pid()));
            }
            signal("-KILL", postmaster);
        }
    }

    /** Beside the data folder where its account may not enter there. */
    private static Path cluster() throws IOException {
        Path postgres = hub.data().resolve("postgres");
        Path moved = postgres.resolve("moved-to.txt");
        return Files.exists(moved) ? Path.of(Files.readString(moved).strip()) : postgres;
    }

    private static void saysWithinASecond(String path, String accept, String text) throws Exception {
        long started = System.nanoTime();
        HttpResponse<String> answer = get(path, accept);
        long millis = (System.nanoTime() - started) / 1_000_000;
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.body()).as(path).contains(text);
        assertThat(millis).as(path + " answered after so many ms").isLessThan(1_000);
    }

    private static void awaitStatus(String path, String accept, int status) throws Exception {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (get(path, accept).statusCode() != status) {
            assertThat(System.nanoTime()).as(path + " becomes " + status).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.url() + path))
                .header("Accept", accept)
                .timeout(Duration.ofSeconds(30));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + hub.secret("operator-token"));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void kill9(String pid) throws IOException, InterruptedException {
        signal("-KILL", pid);
    }

    private static void signal(String signal, String pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
    }
}
