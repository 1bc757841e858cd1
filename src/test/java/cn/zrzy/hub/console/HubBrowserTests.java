package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The console of a whole hub after a night: own PostgreSQL, own Artemis, eight sandbox agencies, each a process. With
 * {@code -Dscreenshots=docs} the pictures of the documentation are taken anew.
 */
class HubBrowserTests {

    private static final Path DATA =
            Path.of("target/browser-hub", Long.toString(ProcessHandle.current().pid()));
    private static HubProcess hub;
    private static SandboxCity city;

    @BeforeAll
    static void letOneNightPass() throws Exception {
        int broker = TestDatabase.freePort();
        Path agencies = DATA.resolve("sandbox");
        city = SandboxCity.start(agencies, DATA.resolve("secrets"), broker, 0.05);
        hub = new HubProcess(DATA, broker);
        hub.with(city.properties(agencies));
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofMinutes(3))).isTrue();
        Process office = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cn.zrzy.sandbox.office.Office",
                        "--hub=" + hub.url(),
                        "--secrets=" + DATA.resolve("secrets").toAbsolutePath()))
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolve("office.log").toFile())
                .start();
        // The office waits for the last receipt; what a partner still owes after this is for the console to show.
        if (!office.waitFor(90, TimeUnit.SECONDS)) {
            office.destroy();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        hub.close();
        city.close();
    }

    @Test
    void showsTheNightThatWas() throws Exception {
        try (Visitor visitor = new Visitor(hub.url(), 1440, 1040)) {
            visitor.logInThroughTheSetupLink(DATA);
            for (String path : new String[] {"/ops", "/routes", "/messages", "/quarantine", "/sync"}) {
                visitor.visit(path);
                visitor.inspect(path);
                assertThat(visitor.page.content()).as(path).doesNotContain("??");
                visitor.picture(file(path), "/ops".equals(path));
            }
            visitor.visit("/messages?state=CONFIRMED");
            visitor.page.locator("[data-testid=open-message]").first().click();
            visitor.page.waitForSelector("[data-testid=receipt-no]");
            visitor.inspect("one message");
            visitor.picture(file("/message"), true);
            visitor.speak("en");
            visitor.wear("dark");
            visitor.visit("/ops");
            visitor.inspect("/ops en dark");
            visitor.picture(Path.of("target/screenshots/hub-ops-en-dark.png"), true);
            assertThat(visitor.complaints).isEmpty();
        }
    }

    private static Path file(String path) {
        boolean forDocs = "docs".equals(System.getProperty("screenshots"));
        String name = path.substring(1) + ".png";
        return forDocs ? Path.of("docs/screenshots", name) : Path.of("target/screenshots", "hub-" + name);
    }
}
