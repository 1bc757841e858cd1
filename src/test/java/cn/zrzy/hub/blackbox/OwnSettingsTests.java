package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.fixtures.WebClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A hub with settings of its own: behind a named proxy; no session lives for ever; whoever has its operating-system account
 * gets an administrator back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnSettingsTests {

    private static SandboxCity city;
    private static HubProcess hub;

    @BeforeAll
    static void open() throws Exception {
        Path data = Path.of(
                "target/own-settings", Long.toString(ProcessHandle.current().pid()));
        int broker = TestDatabase.freePort();
        city = SandboxCity.start(data.resolve("sandbox"), data.resolve("secrets"), broker, 0.01);
        hub = new HubProcess(data, broker);
        hub.with(city.properties(data.resolve("sandbox")));
        hub.with(Map.of("console.session.longest", "20s", "gate.proxies", "127.0.0.1"));
        start();
    }

    @AfterAll
    static void close() throws Exception {
        hub.close();
        city.close();
    }

    @Test
    @Order(1)
    void noSessionLivesForEver() throws Exception {
        WebClient admin = ConsolePeople.first(hub).admin();
        long begun = System.nanoTime();
        assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(hub.data().resolve("setup-link.txt")).doesNotExist();
        while (admin.get("/accounts").statusCode() == 200) {
            assertThat(System.nanoTime() - begun)
                    .as("a busy session ends all the same")
                    .isLessThan(Duration.ofSeconds(90).toNanos());
        }
    }

    @Test
    @Order(2)
    void aNamedProxyIsBelieved() throws Exception {
        WebClient person = new WebClient(hub.url(), ProxyTests.FORWARDED);
        HttpResponse<String> page = person.get("/login");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(person.get("/language?to=en&back=/ops").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
        // By plain HTTP this test's own client keeps no Secure cookie, as it should.
        Map<String, String> carried = new HashMap<>(ProxyTests.FORWARDED);
        carried.put(
                "Cookie", page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
        new WebClient(hub.url(), carried)
                .post(
                        "/login",
                        Map.of(
                                "_csrf",
                                WebClient.hidden(page.body(), "/login").get("_csrf"),
                                "username",
                                "proxied",
                                "password",
                                "x"));
        HubSql sql = new HubSql(hub);
        assertThat(sql.rows("select ip from audit.entry where actor = 'proxied'"))
                .containsExactly(Map.of("ip", "198.51.100.23"));
        assertThat(sql.rows("select address from console.login_attempt where username = 'proxied'"))
                .containsExactly(Map.of("address", "198.51.100.23"));
    }

    @Test
    @Order(3)
    void theFileInTheDataFolderMakesOneLinkForOneAdministrator() throws Exception {
        hub.close();
        assertThat(hub.awaitDeath(Duration.ofMinutes(2))).isTrue();
        Files.createFile(hub.data().resolve("recover-administrator"));
        start();
        recover();
    }

    private static void recover() throws Exception {
        assertThat(hub.data().resolve("recover-administrator")).doesNotExist();
        String link = Files.readString(hub.data().resolve("setup-link.txt")).strip();
        String page = link.substring(link.indexOf("/setup"));
        WebClient stranger = new WebClient(hub.url());
        Map<String, String> paper = Map.of(
                "username",
                "newadmin",
                "displayName",
                "新管",
                "password",
                ConsolePeople.PASSWORD,
                "repeated",
                ConsolePeople.PASSWORD);
        stranger.submit(page, "/setup", paper);
        stranger.logIn("newadmin", ConsolePeople.PASSWORD);
        assertThat(stranger.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(new WebClient(hub.url()).get(page).statusCode()).isEqualTo(410);
        HubSql sql = new HubSql(hub);
        assertThat(sql.rows("select 1 from audit.entry where action = 'console.recovery-offered'"))
                .hasSize(1);
        assertThat(
                        sql.rows(
                                "select reason from audit.entry where action = 'console.account-opened' and object_key = 'newadmin'"))
                .containsExactly(Map.of("reason", "找回系统管理员"));
    }

    private static void start() throws IOException, InterruptedException {
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofMinutes(5))).isTrue();
    }
}
