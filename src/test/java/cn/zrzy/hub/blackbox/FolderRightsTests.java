package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Another account of the machine looks into the data folder (attack 5), after a night has brought personal data. */
class FolderRightsTests {

    private static final BlackBoxHub HUB = BlackBoxHub.running();

    @BeforeAll
    static void aNightBringsPeople() throws InterruptedException {
        HubClient operator = HUB.api("李敏");
        operator.post("/api/operator/acts/start-night/" + LocalDate.now(), "{\"reason\":\"试验\"}");
        long giveUp = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < giveUp) {
            for (var run :
                    operator.get("/api/operator/nights/" + LocalDate.now()).body()) {
                if (run.path("job").asText().equals("sync-inspectors-from-hr")
                        && Set.of("DONE", "PARTIAL").contains(run.path("state").asText())) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        throw new IllegalStateException("the list of inspectors was not synced");
    }

    /** Whatever the modes say: asked as {@code nobody}. The programs of PostgreSQL may be read, they are public. */
    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    void anotherAccountReadsNothing() throws Exception {
        Path data = HUB.process().data().toAbsolutePath();
        Process find = new ProcessBuilder(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "find",
                        data.toString(),
                        "-type",
                        "f",
                        "-readable")
                .redirectErrorStream(false)
                .start();
        List<String> readable = new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(file -> !file.contains("/postgres/pg-18/") && !file.contains("/sandbox/"))
                // Standard output of the process, which this test has redirected into the folder.
                .filter(file -> !file.matches(".*/hub-[0-9]+\\.log"))
                .toList();
        assertThat(readable).isEmpty();
    }

    @Test
    void nothingInTheFolderIsOpenToOthers() throws IOException {
        for (String room : List.of("logs", "bodies", "artemis", "secrets")) {
            assertThat(Files.getPosixFilePermissions(HUB.process().data().resolve(room)))
                    .as(room)
                    .doesNotContain(
                            PosixFilePermission.GROUP_READ,
                            PosixFilePermission.GROUP_EXECUTE,
                            PosixFilePermission.OTHERS_READ,
                            PosixFilePermission.OTHERS_EXECUTE);
        }
    }

    /** The file as it came is kept once, in the store of originals; the copy that fetching it needed goes. */
    @Test
    void theFetchedListOfPeopleDoesNotLieAbout() throws IOException {
        HubProcess hub = HUB.process();
        Path incoming = hub.data().resolve("incoming");
        if (Files.exists(incoming)) {
            try (Stream<Path> files = Files.walk(incoming)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }
}
