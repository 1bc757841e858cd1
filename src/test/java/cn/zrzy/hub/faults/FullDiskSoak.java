package cn.zrzy.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.OfficeProcess;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The disk fills up for a minute and a half while deliveries wait, and is freed (break G): said on the desk before it is
 * full, refused with 503 while it is, and afterwards everything goes on without a hand. Needs root, for a small file system
 * of its own; bin/soak runs it.
 */
class FullDiskSoak {

    private static final String PLAN =
            "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}";

    private Path disk;
    private SandboxCity city;
    private HubProcess hub;

    @BeforeEach
    void start() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "mounting a file system needs root");
        disk = Files.createTempDirectory("full-disk");
        run("mount", "-t", "tmpfs", "-o", "size=1500m,mode=755", "tmpfs", disk.toString());
        Path beside = Path.of("target/full-disk-" + ProcessHandle.current().pid());
        int broker = TestDatabase.freePort();
        Path secrets = disk.resolve("data/secrets");
        city = SandboxCity.start(beside.resolve("sandbox"), secrets, broker, 0.02);
        hub = new HubProcess(disk.resolve("data"), broker);
        hub.with(city.properties(beside.resolve("sandbox")));
        hub.with(Map.of("hub.disk-warn", "300MB", "broker.min-disk-free", "50MB"));
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofSeconds(180))).isTrue();
    }

    @AfterEach
    void stop() throws Exception {
        if (hub != null) {
            hub.close();
            city.close();
        }
        if (disk != null) {
            TimeUnit.SECONDS.sleep(2);
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void aFullDiskIsSaidRefusedAndSurvived() throws Exception {
        city.mood("portal", "down");
        OfficeProcess papers = OfficeProcess.start(hub, "papers", 0);
        assertThat(papers.endedWell(180)).as("see " + papers.log()).isTrue();
        HubClient operator = hub.api("李敏");

        Path ballast = disk.resolve("ballast");
        fill(ballast, Files.getFileStore(disk).getUsableSpace() - (100 << 20));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                operator.get("/api/operator/problems").body().findValuesAsText("kind"))
                        .contains("concern-disk-low"));

        HubClient office = hub.api("周敏");
        fill(disk.resolve("rest"), Long.MAX_VALUE);
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            HubClient.Reply refused = office.post("/api/plans", PLAN);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().path("code").asText()).isEqualTo("E-API-OUTAGE");
        });
        TimeUnit.SECONDS.sleep(90);

        Files.delete(disk.resolve("rest"));
        Files.delete(ballast);
        city.mood("portal", "calm");
        await().atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(new HubSql(hub)
                                .rows("select id, state from delivery.dispatch where state <> 'CONFIRMED'"))
                        .isEmpty());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(office.post("/api/plans", PLAN).status()).isEqualTo(200));
        assertThat(city.effects("portal").values()).allMatch(times -> times == 1);

        run("kill", "-TERM", Long.toString(hub.pid()));
        assertThat(hub.awaitDeath(Duration.ofSeconds(45))).as("ended").isTrue();
    }

    private static void fill(Path file, long bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            if (bytes < Long.MAX_VALUE) {
                throw full;
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(code).as(String.join(" ", List.of(command))).isZero();
    }
}
