package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 暂停报送 through each door: nothing leaves, nothing is lost, sending goes on at the moment, the trail says the same. */
class PausedPartnerTests {

    private static final String PAUSE = "/api/operator/acts/pause-partner/credit";
    private static final String RESUME = "/api/operator/acts/resume-partner/credit";

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubClient api = hub.api("李敏");
    private final HubSql sql = new HubSql(hub.process());

    @AfterEach
    void resumed() {
        api.post(RESUME, "{\"reason\":\"试验完了\"}");
    }

    @Test
    void pauseThatNamesNoMomentOrNoReasonIsRefused() {
        assertThat(api.post(PAUSE, "{\"reason\":\"对方停机\"}").body().path("code").asText())
                .isEqualTo("E-ACT-UNTIL");
        assertThat(order(OffsetDateTime.now().minusMinutes(1), "对方停机")
                        .path("code")
                        .asText())
                .isEqualTo("E-ACT-UNTIL");
        assertThat(order(OffsetDateTime.now().plusDays(8), "对方停机").path("code").asText())
                .isEqualTo("E-ACT-UNTIL");
        assertThat(order(OffsetDateTime.now().plusHours(1), " ").path("code").asText())
                .isEqualTo("E-ACT-REASON");
        assertThat(api.post("/api/operator/acts/pause-partner/nobody", "{}").status())
                .as("what is missing is said first")
                .isEqualTo(422);
        assertThat(api.get("/api/operator/acts/pause-partner/nobody")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-PARTNER-UNKNOWN");
        assertThat(api.get("/api/operator/acts/dance/credit")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-ACT-UNKNOWN");
    }

    @Test
    void secondOfTwoIsToldWhatTheFirstDid() {
        order(OffsetDateTime.now().plusHours(1), "对方停机维护");
        var second = hub.api("王强").post(PAUSE, document(OffsetDateTime.now().plusHours(2), "也想暂停", ""));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body().path("code").asText()).isEqualTo("E-PAUSE-STATE");
        assertThat(second.body().path("title").asText()).contains("limin", "暂停报送", "对方停机维护");
        assertThat(sql.rows("select 1 from delivery.paused_partner where partner = 'credit'"))
                .hasSize(1);
        var third = hub.api("王强").post(PAUSE, document(OffsetDateTime.now().plusHours(2), "看到的是旧页面", "照常报送"));
        assertThat(third.body().path("code").asText()).isEqualTo("E-ACT-MOVED");
        assertThat(third.body().path("title").asText()).contains("照常报送", "暂停报送到", "limin");
    }

    @Test
    void nothingLeavesUntilTheMomentAndThenEverythingDoes() {
        OffsetDateTime until = OffsetDateTime.now().plusSeconds(12);
        assertThat(order(until, "对方停机维护").path("after").asText()).startsWith("暂停报送到");
        String dispatch = owe("paused");
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(10)).until(() -> attempts(dispatch) == 0);
        assertThat(standing()).isEqualTo("PAUSED");
        assertThat(hub.api("李敏").get("/api/operator/problems").body().toString())
                .contains("信用平台暂停报送到", "对方停机维护");
        assertThat(ready()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> attempts(dispatch) > 0);
        Map<String, Object> begun = sql.rows(
                        "select extract(epoch from min(started_at) - ?::timestamptz) as late from delivery.attempt a"
                                + " join delivery.dispatch d on d.no = a.dispatch where d.id = ?",
                        until.toString(),
                        dispatch)
                .get(0);
        assertThat(((Number) begun.get("late")).doubleValue()).isBetween(0.0, 10.0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !sql.rows(
                                "select 1 from audit.entry where action = 'delivery.pause-ended' and object_key = 'credit'"
                                        + " and at > ?::timestamptz",
                                until.toString())
                        .isEmpty());
    }

    @Test
    void pageAndOperationLeaveTheSameRow() {
        long before = sql.lastSeq();
        order(OffsetDateTime.now().plusHours(1), "对方停机");
        api.post(RESUME, "{\"reason\":\"对方说好了\"}");
        WebClient person = ConsolePeople.ofTheBlackBox().letIn("pauser", "OPERATOR");
        String page = person.get("/acts/pause-partner?of=credit").body();
        assertThat(page).contains("排队，不丢失", "自动恢复时间");
        Map<String, String> fields = WebClient.hidden(page, "/acts/pause-partner/credit");
        fields.put("reason", "对方停机");
        fields.put(
                "until",
                OffsetDateTime.now().plusHours(1).toLocalDateTime().withNano(0).toString());
        assertThat(person.post("/acts/pause-partner/credit", fields).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/partners/credit"));
        assertThat(person.post("/acts/pause-partner/credit", fields).statusCode())
                .as("the same press again")
                .isEqualTo(409);
        assertThat(person.get("/partners/credit").body()).contains("data-testid=\"pause-note\"", "对方停机");
        List<Map<String, Object>> rows = sql.rows(
                "select actor, reason, before_state, result from audit.entry"
                        + " where seq > ? and action = 'act.pause-partner' order by seq",
                before);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("actor")).isEqualTo("limin");
        assertThat(rows.get(1).get("actor")).isEqualTo("pauser");
        rows.forEach(row -> assertThat(row)
                .containsEntry("reason", "对方停机")
                .containsEntry("before_state", "照常报送")
                .containsEntry("result", "成功"));
    }

    private com.fasterxml.jackson.databind.JsonNode order(OffsetDateTime until, String reason) {
        return api.post(PAUSE, document(until, reason, "")).body();
    }

    private static String document(OffsetDateTime until, String reason, String seen) {
        return "{\"reason\":\"%s\",\"until\":\"%s\",\"seen\":\"%s\"}".formatted(reason, until, seen);
    }

    private String owe(String what) {
        return (String) sql.rows("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, trace_id, owner)
                        values ('refer-record-to-credit', 'credit', 1, true, 'inspection.finding-recorded', ?, ?, ?,
                            '试验', ?, 'OWED', now(), repeat('a', 32), '监管科') returning id""", what + "@1", what, what, what + ":" + System.nanoTime())
                .get(0)
                .get("id");
    }

    private long attempts(String dispatch) {
        return ((Number) sql.rows("select attempts from delivery.dispatch where id = ?", dispatch)
                        .get(0)
                        .get("attempts"))
                .longValue();
    }

    private String standing() {
        for (var load : api.get("/api/operator/partners").body()) {
            if ("credit".equals(load.path("partner").asText())) {
                return load.path("halt").asText();
            }
        }
        return "";
    }

    private int ready() {
        return new WebClient(hub.process().managementUrl(), Map.of("Accept", "*/*"))
                .get("/actuator/health/readiness")
                .statusCode();
    }
}
