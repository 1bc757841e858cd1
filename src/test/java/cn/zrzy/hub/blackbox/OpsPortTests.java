package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The management port: what it lets be seen in the logs, and who tries to get in. */
class OpsPortTests {

    private final HubProcess hub = BlackBoxHub.running().process();
    private final HubSql sql = new HubSql(hub);

    @Test
    void noSecretReachesALogWhateverTheLevel() throws Exception {
        long before = sql.lastSeq();
        List<String> loggers = List.of(
                "org.apache.hc.client5.http.headers",
                "org.apache.hc.client5.http.wire",
                "org.springframework.security",
                "org.apache.coyote.http11.Http11InputBuffer");
        try {
            for (String logger : loggers) {
                assertThat(level(logger, "\"TRACE\"", "ops", hub.secret("ops-token"), "127.0.0.1"))
                        .isEqualTo(204);
            }
            RawCall.post("/api/operator/acts/start-night/" + LocalDate.now().minusDays(7))
                    .as("limin")
                    .body("{\"reason\":\"试验\"}")
                    .send();
            RawCall.get("/api/operator/partners").as("office").send();
            await().atMost(Duration.ofSeconds(120)).until(() -> logs().contains("http-outgoing"));
            await().atMost(Duration.ofSeconds(120)).until(() -> logs().contains("landuse/parcels"));
        } finally {
            for (String logger : loggers) {
                level(logger, "null", "ops", hub.secret("ops-token"), "127.0.0.1");
            }
        }
        String logs = logs() + hub.log();
        try (Stream<Path> secrets = Files.list(hub.data().resolve("secrets"))) {
            for (Path secret : secrets.filter(Files::isRegularFile).toList()) {
                assertThat(logs.contains(Files.readString(secret).strip()))
                        .as("value of " + secret.getFileName() + " in a log")
                        .isFalse();
            }
        }
        assertThat(logs).contains("Authorization");
        assertThat(sql.trail(before))
                .filteredOn(row -> row.get("action").equals("ops.log-level"))
                .hasSizeGreaterThanOrEqualTo(loggers.size())
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("actor", "ops")
                        .containsEntry("object_key", loggers.get(0))
                        .containsEntry("after_state", "TRACE")
                        .containsEntry("ip", "127.0.0.1"));
    }

    /** From an address of its own, so that nobody else has to wait. */
    @Test
    void whoeverGuessesHasToWait() throws Exception {
        long before = sql.lastSeq();
        for (int i = 0; i < 5; i++) {
            assertThat(level("x", "null", "ops", "wrong", "127.0.0.2")).isEqualTo(401);
        }
        assertThat(answer("x", "null", "ops", "wrong", "127.0.0.2")).contains(" 429 ", "E-AUTH-429");
        assertThat(level("x", "null", "ops", hub.secret("ops-token"), "127.0.0.2"))
                .isEqualTo(429);
        assertThat(level("x", "null", "ops", hub.secret("ops-token"), "127.0.0.1"))
                .isEqualTo(204);
        assertThat(sql.trail(before))
                .filteredOn(row -> row.get("action").equals("ops.login"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row).containsEntry("ip", "127.0.0.2"));
    }

    private int level(String logger, String level, String user, String password, String from) throws IOException {
        return Integer.parseInt(answer(logger, level, user, password, from).substring(9, 12));
    }

    private String answer(String logger, String level, String user, String password, String from) throws IOException {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String body = "{\"configuredLevel\": " + level + "}";
        URI uri = URI.create(hub.managementUrl());
        try (Socket socket =
                new Socket(InetAddress.getByName(uri.getHost()), uri.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /actuator/loggers/" + logger + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Basic "
                                    + credentials + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String logs() throws IOException {
        return Files.readString(hub.data().resolve("logs/hub.json"));
    }
}
