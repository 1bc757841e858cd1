package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.OfficeProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 日志: who copies a trace number from the message centre finds the delivery in the log, as the runbook says (breaks §7). */
class LogLinesTests {

    private final HubProcess hub = BlackBoxHub.running().process();

    @Test
    void aConfirmedDeliveryHasItsLineUnderItsTrace() throws Exception {
        OfficeProcess office = OfficeProcess.start(hub, "papers", 0);
        assertThat(office.endedWell(180)).as("see " + office.log()).isTrue();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(confirmed()).isNotEmpty());
        List<String> one = confirmed();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(lines(one.get(0)))
                        .anyMatch(line -> line.contains(one.get(1)) && line.contains("已确认")));
    }

    /** Trace number and receipt number of one delivery. */
    private List<String> confirmed() throws Exception {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                        "hub",
                        hub.secret("postgres-password"));
                ResultSet rows = database.createStatement()
                        .executeQuery("select d.trace_id, r.receipt_no from delivery.dispatch d"
                                + " join delivery.receipt r on r.dispatch = d.no where d.state = 'CONFIRMED'")) {
            return rows.next() ? List.of(rows.getString(1), rows.getString(2)) : List.of();
        }
    }

    private List<String> lines(String trace) throws Exception {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(hub.data().resolve("logs/hub.json"))) {
            JsonNode entry = new ObjectMapper().readTree(line);
            if (entry.path("traceId").asText().equals(trace)) {
                found.add(entry.path("message").asText());
            }
        }
        return found;
    }
}
