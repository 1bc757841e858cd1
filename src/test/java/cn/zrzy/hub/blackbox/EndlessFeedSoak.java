package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.TestDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Land use says that it has 10^12 rows, and each page has a next one (attack 16): the hub leaves, and says so. */
class EndlessFeedSoak {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer landuse;
    private HubProcess hub;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        landuse = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        landuse.createContext("/landuse/units", exchange -> {
            byte[] page = ("{\"code\":0,\"total\":1000000000000,\"pages\":1000000000,\"page\":"
                            + asked.incrementAndGet() + ",\"rows\":[" + "{\"dwmc\":\"许昌某单位\"},".repeat(999) + "{}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        landuse.start();
        hub = new HubProcess(Path.of("target/endless-" + ProcessHandle.current().pid()), TestDatabase.freePort());
        hub.with(Map.of(
                "source.landuse.base",
                "http://127.0.0.1:" + landuse.getAddress().getPort(),
                "hub.secrets.dir",
                hub.data().resolve("secrets").toAbsolutePath().toString()));
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofSeconds(180))).isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        hub.close();
        landuse.stop(0);
    }

    @Test
    void aFeedWithoutAnEndIsLeftAtOnceAndNamed() throws Exception {
        HubClient operator = hub.api("李敏");
        operator.post("/api/operator/acts/start-night/today", "{\"reason\":\"试验\"}");

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(
                                operator.get("/api/operator/nights/today").toString())
                        .contains("E-FEED-SIZE"));
        assertThat(asked.get()).as("pages read").isLessThanOrEqualTo(3);
    }
}
