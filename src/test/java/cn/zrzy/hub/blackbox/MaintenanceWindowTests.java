package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 停机窗口: what waits is no problem and wakes nobody, a clock of the law does, and at the end sending goes on by itself. */
class MaintenanceWindowTests {

    private static final String ENTER = "/api/operator/acts/enter-window/credit";

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubClient api = hub.api("李敏");
    private final HubSql sql = new HubSql(hub.process());
    private final String key = "window-" + System.nanoTime() + "@1";

    @AfterEach
    void allIsAsBefore() {
        sql.update("delete from duty.deadline where key = ?", key);
        for (Map<String, Object> row : sql.rows("select id from delivery.dispatch where fact_key = ?", key)) {
            sql.update(
                    "update delivery.dispatch set next_at = now(), failing_since = null where id = ?", row.get("id"));
        }
        standing().forEach(id -> api.post("/api/operator/acts/end-window/" + id, "{\"reason\":\"试验完了\"}"));
    }

    /** Point 28: 对方停机窗口: backlog shown as 等待, no alert, deadline alert still fires. */
    @Test
    void whatWaitsIsNoProblemButADeadlineIs() {
        noRestOfLate();
        owe("now() + interval '1 day'", "now() - interval '40 minutes'");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> alerts("%partner=credit&cause=E-CONNECT%", "ended_at is null and urgent") > 0);
        assertThat(causes())
                .as("without a window it is a problem")
                .anyMatch(href -> href.contains("partner=credit&cause=E-CONNECT"));

        OffsetDateTime until = OffsetDateTime.now().plusHours(2);
        JsonNode done = enter("", OffsetDateTime.now().minusHours(1).toString(), until.toString());
        assertThat(done.path("before").asText()).as(done.toString()).isEqualTo("没有停机窗口");
        assertThat(causes()).noneMatch(href -> href.contains("partner=credit&cause=E-CONNECT"));
        assertThat(halt()).isEqualTo("WINDOW");
        String desk = ConsolePeople.ofTheBlackBox()
                .letIn("window-reader", "OPERATOR")
                .get("/ops")
                .body();
        String row = desk.substring(desk.indexOf("data-testid=\"partner-credit\""));
        assertThat(row.substring(0, row.indexOf("</tr>"))).contains("data-state=\"WINDOW\"", "对方停机窗口", "，待发 ");
        assertThat(sql.rows(
                        "select 1 from delivery.i7_dead_end i join delivery.dispatch d on d.id = i.dispatch"
                                + " where d.fact_key = ?",
                        key))
                .isEmpty();

        sql.update(
                "insert into duty.deadline (kind, key, label, basis, started_at, due_at, provisional, calendar_version)"
                        + " values ('credit-record', ?, '双公示报送信用平台', '试验', now(), now() + interval '90 minutes', false, '')",
                key);
        assertThat(problems().toString()).contains("信用平台停送到", "双公示报送信用平台", "期限不因停送顺延");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        alerts("/partners/credit", "kind = 'concern-resting-clock' and ended_at is null and urgent")
                                == 1);
        assertThat(alerts("%partner=credit&cause=E-CONNECT%", "gone_at is null"))
                .as("that it does not answer is told no more")
                .isZero();
    }

    @Test
    void nothingLeavesUntilItsEndAndThenEverythingDoes() {
        OffsetDateTime until = OffsetDateTime.now().plusSeconds(12);
        enter("", OffsetDateTime.now().minusMinutes(1).toString(), until.toString());
        String dispatch = owe("now()", "null");
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(10)).until(() -> begun(dispatch) == null);
        await().atMost(Duration.ofSeconds(60)).until(() -> begun(dispatch) != null);
        assertThat(((Number) sql.rows(
                                        "select extract(epoch from ?::timestamptz - ?::timestamptz) as late",
                                        begun(dispatch),
                                        until.toString())
                                .get(0)
                                .get("late"))
                        .doubleValue())
                .isBetween(0.0, 10.0);
    }

    @Test
    void everyDoorEntersAndEndsTheSameAndSaysWhyNot() {
        refused("", "00:00", "06:00", "E-WINDOW-TERM");
        refused("67", "", "06:00", "E-WINDOW-TERM");
        refused("1234567", "00:00", "00:00", "E-WINDOW-TERM");
        assertThat(api.get("/api/operator/acts/end-window/credit-0")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-WINDOW-UNKNOWN");
        long before = sql.lastSeq();
        WebClient person = ConsolePeople.ofTheBlackBox().letIn("window-enterer", "OPERATOR");
        Map<String, String> fields =
                WebClient.hidden(person.get("/acts/enter-window?of=credit").body(), "/acts/enter-window/credit");
        fields.put("reason", "省里来函：每周五夜维护");
        fields.put("days", "5");
        fields.put("begins", "03:10");
        fields.put("ends", "03:20");
        assertThat(person.post("/acts/enter-window/credit", fields).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/partners/credit"));
        String id = standing().get(0);
        assertThat(person.get("/partners/credit").body())
                .contains("data-testid=\"window-" + id + "\"", "周五", "03:10–03:20", "省里来函：每周五夜维护");
        JsonNode ended = api.post("/api/operator/acts/end-window/" + id, "{\"reason\":\"不再维护\"}")
                .body();
        assertThat(ended.path("before").asText()).isEqualTo("周五 03:10–03:20，有效");
        assertThat(ended.path("after").asText()).isEqualTo("周五 03:10–03:20，已撤销");
        assertThat(api.post("/api/operator/acts/end-window/" + id, "{\"reason\":\"再按一次\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-WINDOW-STATE");
        assertThat(sql.trail(before))
                .filteredOn(row -> row.get("action").toString().endsWith("-window"))
                .extracting(row -> row.get("action") + " " + row.get("object_key") + " " + row.get("reason"))
                .containsExactly("act.enter-window credit 省里来函：每周五夜维护", "act.end-window " + id + " 不再维护");
    }

    /** What failed before a rest is told only a while after its end, and other tests have let this partner rest. */
    private void noRestOfLate() {
        sql.update("update delivery.maintenance set starts_at = starts_at - interval '1 day',"
                + " ends_at = ends_at - interval '1 day', ended_at = ended_at - interval '1 day',"
                + " entered_at = entered_at - interval '3 days'"
                + " where partner = 'credit' and (ended_at is not null or ends_at < now())");
        sql.update("update delivery.pause set since = since - interval '1 day', until = until - interval '1 day',"
                + " ended_at = ended_at - interval '1 day' where partner = 'credit' and ended_at is not null");
    }

    private JsonNode enter(String days, String begins, String ends) {
        return api.post(
                        ENTER,
                        "{\"reason\":\"对方来函\",\"days\":\"%s\",\"begins\":\"%s\",\"ends\":\"%s\"}"
                                .formatted(days, begins, ends))
                .body();
    }

    private void refused(String days, String begins, String ends, String code) {
        assertThat(enter(days, begins, ends).path("code").asText()).isEqualTo(code);
    }

    private List<String> standing() {
        return sql
                .rows("select partner || '-' || no as id from delivery.maintenance"
                        + " where ended_at is null and coalesce(ends_at, 'infinity') > now()")
                .stream()
                .map(row -> (String) row.get("id"))
                .toList();
    }

    private String owe(String nextAt, String failingSince) {
        return (String) sql.rows("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, failing_since, cause_code, cause, trace_id, owner)
                        values ('refer-record-to-credit', 'credit', 1, true, 'inspection.finding-recorded', ?, ?, ?,
                            '试验', ?, 'OWED', %s, %s, case when %2$s is null then '' else 'E-CONNECT' end, '', repeat('a', 32),
                            '监管科') returning id""".formatted(nextAt, failingSince), key, key, key, key)
                .get(0)
                .get("id");
    }

    private Object begun(String dispatch) {
        Object at = sql.rows(
                        "select min(started_at)::text as at from delivery.attempt a"
                                + " join delivery.dispatch d on d.no = a.dispatch where d.id = ?",
                        dispatch)
                .get(0)
                .get("at");
        return at;
    }

    private JsonNode problems() {
        return api.get("/api/operator/problems").body();
    }

    private List<String> causes() {
        List<String> all = new ArrayList<>();
        problems().forEach(row -> all.add(row.path("href").asText()));
        return all;
    }

    private long alerts(String href, String which) {
        return sql.rows("select 1 from alert.alert where href like ? and " + which, href)
                .size();
    }

    private String halt() {
        for (JsonNode load : api.get("/api/operator/partners").body()) {
            if ("credit".equals(load.path("partner").asText())) {
                return load.path("halt").asText();
            }
        }
        return "";
    }
}
