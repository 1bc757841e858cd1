package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.fixtures.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hub of its own: whoever has its operating-system account gets an administrator back; and no session lives for ever. */
class RecoveryTests {

    @Test
    void theFileInTheDataFolderMakesOneLinkForOneAdministrator() throws Exception {
        Path data =
                Path.of("target/recovery", Long.toString(ProcessHandle.current().pid()));
        int broker = TestDatabase.freePort();
        try (SandboxCity city = SandboxCity.start(data.resolve("sandbox"), data.resolve("secrets"), broker, 0.01);
                HubProcess hub = new HubProcess(data, broker)) {
            hub.with(city.properties(data.resolve("sandbox")));
            hub.with(Map.of("console.session.longest", "20s"));
            start(hub);
            WebClient admin = ConsolePeople.first(hub).admin();
            long begun = System.nanoTime();
            assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
            assertThat(data.resolve("setup-link.txt")).doesNotExist();
            while (admin.get("/accounts").statusCode() == 200) {
                assertThat(System.nanoTime() - begun)
                        .as("a busy session ends all the same")
                        .isLessThan(Duration.ofSeconds(90).toNanos());
            }
            stop(hub);
            Files.createFile(data.resolve("recover-administrator"));
            start(hub);
            recover(hub, data);
        }
    }

    private static void recover(HubProcess hub, Path data) throws Exception {
        assertThat(data.resolve("recover-administrator")).doesNotExist();
        String link = Files.readString(data.resolve("setup-link.txt")).strip();
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

    private static void start(HubProcess hub) throws Exception {
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofMinutes(5))).isTrue();
    }

    private static void stop(HubProcess hub) throws Exception {
        hub.close();
        assertThat(hub.awaitDeath(Duration.ofMinutes(2))).isTrue();
    }
}
