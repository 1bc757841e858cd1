package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.OfficeProcess;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * F17: the data folder of an earlier stop is put back, while the partners keep what they received since (break C). Nothing
 * goes to a partner before it said what it holds, what it alone knows is listed, and no key of it is used a second time.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoredSoak {

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration A_WHILE = Duration.ofSeconds(120);
    private static final String SENT = "select count(*) from delivery.dispatch where state = 'CONFIRMED'";

    private static SandboxCity city;
    private static HubProcess hub;
    private static Set<String> province;
    private static Set<String> portal;

    @BeforeAll
    static void deliverAndPutBack() throws Exception {
        Path root = Path.of("target/restored-" + ProcessHandle.current().pid());
        Path data = root.resolve("hub");
        int broker = TestDatabase.freePort();
        city = SandboxCity.start(root.resolve("sandbox"), data.resolve("secrets"), broker, 0.02);
        hub = new HubProcess(data, broker);
        hub.with(city.properties(root.resolve("sandbox")));
        started();
        hub.close();
        copy(data, root.resolve("backup"));
        copy(cluster(data), root.resolve("cluster"));

        started();
        enterPapers("first");
        province = new TreeSet<>(city.effects("province").keySet());
        portal = new TreeSet<>(city.effects("portal").keySet());
        assertThat(province).hasSize(2);
        assertThat(portal).hasSize(2);
        hub.close();

        Path moved = cluster(data);
        remove(data);
        remove(moved);
        copy(root.resolve("backup"), data);
        copy(root.resolve("cluster"), moved);
        city.mood("portal", "garbage");
        started();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (hub != null) {
            hub.close();
        }
        if (city != null) {
            city.close();
        }
    }

    @Test
    @Order(1)
    void theWorldIsAskedAndWhatItAloneKnowsIsListed() {
        HubClient.Reply declared = operator()
                .post(
                        "/api/operator/keys/restore",
                        "{\"reason\":\"磁盘损坏，用昨夜的备份还原\",\"since\":\""
                                + OffsetDateTime.now().minusHours(2) + "\"}");
        assertThat(declared.status()).as("%s", declared.body()).isEqualTo(200);
        await().atMost(A_WHILE)
                .until(() -> !check("province").path("answeredAt").isNull());
        assertThat(listed("province")).isEqualTo(province);
        assertThat(check("portal").path("holding").asBoolean())
                .as("it gave no answer that can be read")
                .isTrue();
        assertThat(check("province").path("holding").asBoolean()).isFalse();
    }

    @Test
    @Order(2)
    void oneThatDoesNotAnswerHoldsOnlyItself() throws Exception {
        OfficeProcess office = OfficeProcess.start(hub, "papers", 0);
        assertThat(office.endedWell(180)).as("see " + office.log()).isTrue();
        await().atMost(A_WHILE)
                .until(() -> one("select count(*) from delivery.dispatch where partner = 'province' and attempts > 0")
                        .equals("2"));
        assertThat(one("select count(*) from delivery.dispatch where partner = 'portal' and attempts > 0"))
                .isEqualTo("0");
    }

    @Test
    @Order(3)
    void sendingGoesOnWithTheAnswerAndAPersonTakesNote() throws Exception {
        city.mood("portal", "calm");
        await().atMost(A_WHILE).until(() -> !check("portal").path("answeredAt").isNull());
        assertThat(listed("portal")).isEqualTo(portal);
        await().atMost(A_WHILE)
                .until(() -> one("select count(*) from delivery.dispatch where partner = 'portal' and attempts > 0")
                        .equals("2"));

        HubClient.Reply noted = operator().post("/api/operator/keys/portal/acknowledge", "{\"reason\":\"与门户核对，两篇都在\"}");
        assertThat(noted.status()).as("%s", noted.body()).isEqualTo(200);
        assertThat(check("portal").path("unknown").asInt()).isZero();
        HubClient.Reply again = operator().post("/api/operator/keys/portal/acknowledge", "{\"reason\":\"再按一次\"}");
        assertThat(again.body().path("code").asText()).isEqualTo("E-KEYS-STATE");
    }

    /** Old keys were confirmed again here, without any new effect, or opened second cases. */
    @Test
    @Order(4)
    void noKeyOfTheWorldIsUsedASecondTime() throws Exception {
        if (one(SENT).equals("0")) { // an older hub has none of the questions above
            enterPapers("again");
        }
        for (String partner : Set.of("province", "portal")) {
            Set<String> world = partner.equals("province") ? province : portal;
            assertThat(ledgerKeys(partner)).hasSize(2).doesNotContainAnyElementsOf(world);
            assertThat(city.effects(partner).values()).containsOnly(1);
            for (JsonNode effect : city.received(partner).path("effects")) {
                assertThat(effect.path("repeats").asInt()).isZero();
            }
        }
    }

    @Test
    @Order(5)
    void anActWithoutReasonOrMomentIsRefused() {
        assertThat(code("/api/operator/keys/restore", "{\"reason\":\"还原\",\"since\":\"昨夜\"}"))
                .isEqualTo("E-KEYS-SINCE");
        assertThat(code("/api/operator/keys/province/acknowledge", "{\"reason\":\" \"}"))
                .isEqualTo("E-KEYS-REASON");
        assertThat(code("/api/operator/keys/province/waive", "{\"reason\":\"不等了\"}"))
                .isEqualTo("E-KEYS-STATE");
    }

    private static void started() throws IOException, InterruptedException {
        hub.start("");
        assertThat(hub.awaitReady(START)).isTrue();
    }

    private static void enterPapers(String when) throws Exception {
        OfficeProcess office = OfficeProcess.start(hub, "papers", 0);
        assertThat(office.endedWell(180)).as(when + ", see " + office.log()).isTrue();
        await().atMost(A_WHILE).until(() -> Integer.parseInt(one(SENT)) >= 4);
    }

    private static HubClient operator() {
        return hub.api("李敏");
    }

    private static String code(String path, String document) {
        return operator().post(path, document).body().path("code").asText();
    }

    private static JsonNode check(String partner) {
        return StreamSupport.stream(
                        operator()
                                .get("/api/operator/keys")
                                .body()
                                .path("partners")
                                .spliterator(),
                        false)
                .filter(check -> check.path("partner").asText().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> listed(String partner) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode key : operator().get("/api/operator/keys").body().path("unknown")) {
            if (key.path("partner").asText().equals(partner)) {
                keys.add(key.path("key").asText());
            }
        }
        return keys;
    }

    private static Set<String> ledgerKeys(String partner) throws SQLException, IOException {
        Set<String> keys = new TreeSet<>();
        try (Connection database = database();
                ResultSet rows = database.createStatement()
                        .executeQuery(
                                "select idempotency_key from delivery.dispatch where partner = '" + partner + "'")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static String one(String sql) throws SQLException, IOException {
        try (Connection database = database();
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static Connection database() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                "hub",
                hub.secret("postgres-password"));
    }

    /** Where PostgreSQL keeps its files: beside the data folder when its account may not enter that. */
    private static Path cluster(Path data) throws IOException {
        Path note = data.resolve("postgres/moved-to.txt");
        return Files.exists(note) ? Path.of(Files.readString(note).strip()) : data.resolve("postgres");
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        run("cp", "-aT", from.toString(), to.toString());
    }

    private static void remove(Path folder) throws IOException, InterruptedException {
        run("rm", "-rf", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
