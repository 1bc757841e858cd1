package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 拦截的变更: asked for by one, decided by another, by the same acts from the page and from the API. */
class HeldChangeTests {

    private static final BlackBoxHub HUB = BlackBoxHub.running();
    private static final HubSql SQL = new HubSql(HUB.process());
    private static final String ACTS = "/api/operator/acts/";

    private static WebClient lead;
    private static WebClient other;

    private final HubClient li = HUB.api("李敏");
    private final HubClient wang = HUB.api("王强");

    @BeforeAll
    static void people() {
        lead = ConsolePeople.ofTheBlackBox().letIn("held.lead", "LEAD");
        other = ConsolePeople.ofTheBlackBox().letIn("held.other", "LEAD");
    }

    @Test
    void askedByOneAndRefusedByAnotherWithOneRowForEachDeed() {
        String run = held(61);
        assertThat(row(run)).containsEntry("requestedBy", "").containsEntry("reason", "停用 31%");
        assertThat(code(li, "approve-held", run))
                .as("an operator decides nothing")
                .isEqualTo("E-ACT-RIGHT");
        assertThat(lead.get("/acts/approve-held?of=" + run).body()).contains("E-HELD-REQUEST");

        assertThat(press(li, "ask-held", run, "人事来电属实").path("after").asText()).isEqualTo("已拦截，limin 申请生效");
        assertThat(press(wang, "ask-held", run, "再问").path("code").asText()).isEqualTo("E-HELD-STATE");
        assertThat(row(run)).containsEntry("requestedBy", "limin").containsEntry("requestReason", "人事来电属实");

        assertThat(press(lead, "refuse-held", run).statusCode()).isEqualTo(302);
        assertThat(state(run)).isEqualTo("REFUSED");
        assertThat(other.get("/acts/refuse-held?of=" + run).body()).contains("E-HELD-STATE");
        assertThat(SQL.rows(
                        "select action, actor, before_state, after_state from audit.entry where object_key = ? and action like"
                                + " 'act.%' order by seq",
                        run))
                .containsExactly(
                        Map.of(
                                "action",
                                "act.ask-held",
                                "actor",
                                "limin",
                                "before_state",
                                "已拦截",
                                "after_state",
                                "已拦截，limin 申请生效"),
                        Map.of(
                                "action",
                                "act.refuse-held",
                                "actor",
                                "held.lead",
                                "before_state",
                                "已拦截，limin 申请生效",
                                "after_state",
                                "已拒绝"));
    }

    /** Point 10: no button, and the server refuses too. */
    @Test
    void whoAskedDoesNotDecide() {
        String run = held(62);
        assertThat(press(lead, "ask-held", run).statusCode()).isEqualTo(302);
        assertThat(lead.get("/sync/" + run).body())
                .contains("您是申请人")
                .doesNotContain("act-approve-held", "act-refuse-held", "act-ask-held");
        assertThat(lead.get("/acts/approve-held?of=" + run).body()).contains("E-HELD-SAME");
        // A form from when another had asked: the button was there, the server refuses it now.
        SQL.update("update registry.held_change set requested_by = 'limin' where run_id = ?", run);
        String form = "/acts/approve-held/" + run;
        Map<String, String> fields = new HashMap<>(
                WebClient.hidden(lead.get("/acts/approve-held?of=" + run).body(), form));
        fields.putAll(Map.of("reason", "核对属实", "seen", ""));
        SQL.update("update registry.held_change set requested_by = 'held.lead' where run_id = ?", run);
        HttpResponse<String> answer = lead.post(form, fields);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("E-HELD-SAME");
        assertThat(state(run)).isEqualTo("HELD");

        assertThat(other.get("/sync/" + run).body()).contains("act-approve-held", "act-refuse-held");
        assertThat(press(other, "approve-held", run).statusCode()).isEqualTo(302);
        assertThat(state(run)).isEqualTo("APPLIED");
    }

    @Test
    void aBatchThatNobodyKnowsIsNotFound() {
        JsonNode answer = li.get(ACTS + "ask-held/20200101-nothing").body();
        assertThat(answer.path("code").asText()).isEqualTo("E-RUN-UNKNOWN");
    }

    /** A batch of no rows, of a feed that no night reads. */
    private static String held(int daysAgo) {
        LocalDate night = LocalDate.now().minusDays(daysAgo);
        String run = night.toString().replace("-", "") + "-test-held";
        SQL.update(
                "insert into registry.sync_run (run_id, feed, shelf, business_date, state, closed, base_run, message, opened_at,"
                        + " finished_at) values (?, 'test.held', 'SUBJECT', ?::date, 'HELD', true, '', '已拦截', now(), now())",
                run,
                night.toString());
        SQL.update("insert into registry.held_change (run_id, guard_reason, held_at) values (?, '停用 31%', now())", run);
        return run;
    }

    private Map<String, Object> row(String run) {
        for (JsonNode row : li.get("/api/operator/runs/held").body()) {
            if (row.path("runId").asText().equals(run)) {
                return Map.of(
                        "requestedBy", row.path("requestedBy").asText(),
                        "requestReason", row.path("requestReason").asText(),
                        "reason", row.path("reason").asText());
            }
        }
        throw new AssertionError(run + " is not listed");
    }

    private static JsonNode press(HubClient who, String act, String run, String reason) {
        return who.post(ACTS + act + "/" + run, "{\"reason\":\"" + reason + "\"}")
                .body();
    }

    private static String code(HubClient who, String act, String run) {
        return press(who, act, run, "试").path("code").asText();
    }

    /** By the form of the page. */
    private static HttpResponse<String> press(WebClient who, String act, String run) {
        String form = "/acts/" + act + "/" + run;
        return who.submit("/acts/" + act + "?of=" + run, form, Map.of("reason", "核对属实", "target", "BATCH", "seen", ""));
    }

    private static String state(String run) {
        return SQL.rows("select state from registry.sync_run where run_id = ?", run)
                .get(0)
                .get("state")
                .toString();
    }
}
