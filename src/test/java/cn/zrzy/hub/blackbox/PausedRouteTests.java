package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 暂停任务: not without reason and end; nothing is begun or read until then, and everything within ten seconds after. */
class PausedRouteTests {

    private static final String JOB = "draw-make-sheets";
    private static final String RECEIVER = "receive-replies-from-enforcement";

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubClient api = hub.api("李敏");
    private final HubSql sql = new HubSql(hub.process());

    @AfterEach
    void resumed() {
        for (String route : List.of(JOB, RECEIVER)) {
            api.post("/api/operator/acts/resume-route/" + route, "{\"reason\":\"试验完了\"}");
        }
        sql.update("delete from duty.run where run_id like '%-paused-test'");
    }

    @Test
    void aPauseWithoutReasonOrEndIsRefused() {
        assertThat(code(JOB, "", "对方停机")).isEqualTo("E-ACT-UNTIL");
        assertThat(code(JOB, OffsetDateTime.now().minusMinutes(1).toString(), "对方停机"))
                .isEqualTo("E-ACT-UNTIL");
        assertThat(code(JOB, OffsetDateTime.now().plusHours(1).toString(), " ")).isEqualTo("E-ACT-REASON");
        assertThat(api.get("/api/operator/acts/pause-route/publish-plan-to-province")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-ROUTE-UNKNOWN");
        assertThat(api.get("/api/operator/acts/resume-route/" + JOB)
                        .body()
                        .path("bar")
                        .path("code")
                        .asText())
                .isEqualTo("E-PAUSE-STATE");
    }

    /** Point 21: no suspending without reason and expiry, resumed within 10 s of it, the trail has who, why, where from, before and after. */
    @Test
    void aJobIsNotBegunUntilTheMomentAndThenAtOnce() {
        long seq = sql.lastSeq();
        assertThat(pause(JOB, inAnHour(), "概率表要等人看").path("after").asText()).startsWith("暂停到");
        sql.update(
                "insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id)"
                        + " values ('19990101-paused-test', '" + JOB
                        + "', date '1999-01-01', 9, 'operator', 'DUE', now(), now(), repeat('b', 32))");
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(10)).until(() -> late("now()") == null);
        assertThat(api.get("/api/operator/problems").body().toString()).contains("做成概率表已暂停至", "概率表要等人看");
        String until = itsMomentHasCome(JOB);
        await().atMost(Duration.ofSeconds(60)).until(() -> late("'" + until + "'") != null);
        assertThat(late("'" + until + "'")).isBetween(0.0, 10.0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.trail(seq).stream()
                        .anyMatch(row -> row.get("action").equals("duty.pause-ended")
                                && row.get("object_key").equals(JOB)));
        assertThat(sql.trail(seq))
                .filteredOn(row -> row.get("action").equals("act.pause-route"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row)
                            .containsEntry("actor", "limin")
                            .containsEntry("reason", "概率表要等人看")
                            .containsEntry("before_state", "照常");
                    assertThat(row.get("after_state").toString()).startsWith("暂停到");
                    assertThat(row.get("ip").toString()).isNotEmpty();
                });
    }

    /** Point 22: while a route is suspended the hub is ready, the page and the metric say so. */
    @Test
    void aReceiverStopsReadingAndReadinessStaysUp() throws IOException {
        pause(RECEIVER, inAnHour(), "支队的回复有误");
        await().atMost(Duration.ofSeconds(60)).until(() -> camel().equals("Suspended"));
        assertThat(ready()).isEqualTo(200);
        WebClient person = ConsolePeople.ofTheBlackBox().letIn("route-reader", "OPERATOR");
        String row = row(person.get("/routes").body());
        assertThat(row).contains("data-state=\"SUSPENDED\"", "已暂停至", "支队的回复有误", "act-resume-route");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> metrics().contains("sj_paused_until_timestamp{kind=\"route\",name=\"" + RECEIVER + "\"}"));
        itsMomentHasCome(RECEIVER);
        await().atMost(Duration.ofSeconds(60)).until(() -> camel().equals("Started"));
        assertThat(row(person.get("/routes").body()))
                .contains("act-pause-route")
                .doesNotContain("已暂停至");
        await().atMost(Duration.ofSeconds(60)).until(() -> !metrics().contains("name=\"" + RECEIVER + "\""));
    }

    private String row(String page) {
        String row = page.substring(page.indexOf("data-testid=\"route-" + RECEIVER + "\""));
        return row.substring(0, row.indexOf("</tr>"));
    }

    /** As the log says it: what Camel did, not what the book wants. */
    private String camel() throws IOException {
        String log = hub.process().log();
        int stopped = log.lastIndexOf(RECEIVER + " 已暂停");
        return stopped > log.lastIndexOf(RECEIVER + " 已恢复") ? "Suspended" : "Started";
    }

    private static String inAnHour() {
        return OffsetDateTime.now().plusHours(1).toString();
    }

    /** However long it took to look at the pause, it ends now. */
    private String itsMomentHasCome(String route) {
        return (String) sql.rows(
                        "update duty.pause set until = clock_timestamp() where route = ? and ended_at is null"
                                + " returning until::text as until",
                        route)
                .get(0)
                .get("until");
    }

    private Double late(String until) {
        Object late = sql.rows("select extract(epoch from min(started_at) - " + until + "::timestamptz)::float8 as late"
                        + " from duty.run where run_id = '19990101-paused-test'")
                .get(0)
                .get("late");
        return (Double) late;
    }

    private String code(String route, String until, String reason) {
        return pause(route, until, reason).path("code").asText();
    }

    private JsonNode pause(String route, String until, String reason) {
        return api.post(
                        "/api/operator/acts/pause-route/" + route,
                        "{\"reason\":\"%s\",\"until\":\"%s\"}".formatted(reason, until))
                .body();
    }

    private int ready() {
        return new WebClient(hub.process().managementUrl(), Map.of("Accept", "*/*"))
                .get("/actuator/health/readiness")
                .statusCode();
    }

    private String metrics() throws IOException {
        String token = hub.process().secret("ops-token");
        String login = "Basic " + Base64.getEncoder().encodeToString(("ops:" + token).getBytes(StandardCharsets.UTF_8));
        return new WebClient(hub.process().managementUrl(), Map.of("Accept", "*/*", "Authorization", login))
                .get("/actuator/prometheus")
                .body();
    }
}
