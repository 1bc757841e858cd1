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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 批量作业: one act on many messages, in stages, once, whoever presses and whatever dies in between. */
class BulkJobTests {

    private static final String JOBS = "/api/operator/jobs";

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubClient api = hub.api("李敏");
    private final HubSql sql = new HubSql(hub.process());

    @AfterEach
    void calm() {
        hub.city().mood("portal", "calm");
    }

    @Test
    void haltsAfterTheFirstThatIsRefusedAgainAndGoesOnFromOneWhenTheCauseIsGone() {
        RefusedCrowd crowd = new RefusedCrowd(13);
        String cause = crowd.cause();
        JsonNode preview = api.get(JOBS + "/preview/resend/portal/" + cause).body();
        assertThat(preview.path("total").asInt()).isEqualTo(13);
        assertThat(preview.path("bar").path("code").asText()).isEmpty();
        long before = sql.lastSeq();
        long job = start("", cause, "改好了再报").path("no").asLong();
        assertThat(refusedWith(start("", cause, "我也来")))
                .as("the second operator")
                .isEqualTo("E-JOB-RUNNING");
        JsonNode halted = awaited(job, "HALTED");
        assertThat(halted.path("message").asText()).contains("已办 1 件，其中 1 件未成", "12 件没有动");
        assertThat(crowd.parked()).hasSize(13);
        crowd.accept();
        assertThat(api.post("/api/operator/acts/go-on-job/" + job, "{\"reason\":\"门户已放行\"}")
                        .status())
                .isEqualTo(200);
        JsonNode done = awaited(job, "DONE");
        assertThat(done.path("tally").path("done").asInt()).isEqualTo(12);
        assertThat(done.path("tally").path("failed").asInt()).isEqualTo(1);
        assertThat(crowd.parked()).as("the one that was refused again").hasSize(1);
        JsonNode items = api.get(JOBS + "/" + job + "/items/0").body();
        assertThat(items).hasSize(13);
        assertThat(items.get(0).path("state").asText()).isEqualTo("FAILED");
        assertThat(items.get(0).path("result").asText()).startsWith("又被退回");
        assertThat(actions(before)).contains("act.job-started", "act.job-halted", "act.go-on-job", "act.job-ended");
        assertThat(api.post("/api/operator/acts/halt-job/" + job, "{\"reason\":\"晚了\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-JOB-STATE");
    }

    @Test
    void tickedOnesAreSentOnceHoweverOftenTheFormIsPressed() {
        RefusedCrowd crowd = new RefusedCrowd(3);
        crowd.accept();
        List<String> two = crowd.parked().subList(0, 2);
        WebClient person = ConsolePeople.ofTheBlackBox().letIn("ticker", "OPERATOR");
        String page = person.get("/messages/jobs/new?act=resend&of=" + two.get(0) + "&of=" + two.get(1))
                .body();
        Map<String, String> fields = WebClient.hidden(page, "/messages/jobs");
        fields.put("reason", "门户已放行");
        fields.put("of", two.get(0) + "," + two.get(1));
        String first = person.post("/messages/jobs", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(person.post("/messages/jobs", fields).statusCode())
                .as("Enter twice")
                .isEqualTo(409);
        long job = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        awaited(job, "DONE");
        assertThat(crowd.parked()).hasSize(1);
        assertThat(sql.rows(
                        "select 1 from delivery.act a join delivery.dispatch d on d.no = a.dispatch"
                                + " where d.id = any (array[?, ?]) and a.act = '立即报送'",
                        two.get(0),
                        two.get(1)))
                .hasSize(2);
        assertThat(person.get("/messages/jobs/999999").statusCode()).isEqualTo(404);
        String csv = person.get("/messages/jobs/" + job + "/items.csv").body();
        assertThat(csv).contains("流水号", two.get(0), two.get(1), "已确认");
    }

    @Test
    void whatMeansNothingOrEverythingIsSaidBeforeAnythingRuns() {
        assertThat(refusedWith(start("portal", "E-NEVER-SEEN", "试"))).isEqualTo("E-JOB-EMPTY");
        assertThat(refusedWith(order("{\"act\":\"resend\",\"reason\":\"试\"}"))).isEqualTo("E-JOB-ALL");
        assertThat(refusedWith(order("{\"act\":\"resend\",\"partner\":\"portal\",\"reason\":\" \"}")))
                .isEqualTo("E-ACT-REASON");
        assertThat(refusedWith(order("{\"act\":\"close-by-hand\",\"partner\":\"portal\",\"reason\":\"试\"}")))
                .isEqualTo("E-ACT-NUMBER");
        assertThat(refusedWith(order("{\"act\":\"pause-partner\",\"partner\":\"portal\",\"reason\":\"试\"}")))
                .isEqualTo("E-ACT-UNKNOWN");
        String many = "\"D000000001\"";
        StringBuilder ticked = new StringBuilder(many);
        for (int i = 2; i <= 201; i++) {
            ticked.append(",\"D%09d\"".formatted(i));
        }
        assertThat(refusedWith(order("{\"act\":\"resend\",\"ticked\":[" + ticked + "],\"reason\":\"试\"}")))
                .isEqualTo("E-JOB-TICKED");
        assertThat(api.get(JOBS + "/999999").body().path("code").asText()).isEqualTo("E-JOB-UNKNOWN");
        new RefusedCrowd(1);
        assertThat(refusedWith(order("{\"act\":\"resend\",\"partner\":\"portal\",\"perSecond\":900,\"reason\":\"试\"}")))
                .isEqualTo("E-JOB-PACE");
    }

    @Test
    void messageActsThatWouldDoHarmAreAbsentAndRefused() {
        RefusedCrowd crowd = new RefusedCrowd(1);
        String dispatch = crowd.parked().get(0);
        assertThat(offers("message", dispatch)).containsExactly("close-by-hand", "resend");
        assertThat(api.post("/api/operator/acts/close-by-hand/" + dispatch, "{\"reason\":\"电话\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-ACT-NUMBER");
        assertThat(api.post(
                                "/api/operator/acts/close-by-hand/" + dispatch,
                                "{\"reason\":\"电话核实已收\",\"number\":\"许门户〔2026〕7号\"}")
                        .status())
                .isEqualTo(200);
        assertThat(offers("message", dispatch)).isEmpty();
        JsonNode late = api.post("/api/operator/acts/resend/" + dispatch, "{\"reason\":\"再报\"}")
                .body();
        assertThat(late.path("code").asText()).isEqualTo("E-DISPATCH-STATE");
        assertThat(late.path("title").asText()).as("what the first did").contains("人工办结", "电话核实已收");
        assertThat(api.get("/api/operator/acts/resend/D999999999")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-DISPATCH-UNKNOWN");
        sql.update(
                "update delivery.dispatch set state = 'DOUBTED', next_at = now() + interval '1 hour' where id = ?",
                dispatch);
        assertThat(api.post("/api/operator/acts/resend/" + dispatch, "{\"reason\":\"再报\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-DISPATCH-DOUBTED");
        assertThat(offers("message", dispatch)).contains("ask-partner").doesNotContain("resend");
        sql.update("update delivery.dispatch set state = 'CONFIRMED', next_at = null where id = ?", dispatch);
    }

    private List<String> offers(String target, String of) {
        return java.util.stream.StreamSupport.stream(
                        api.get("/api/operator/offers/" + target + "/" + of)
                                .body()
                                .spliterator(),
                        false)
                .map(offer -> offer.path("name").asText())
                .toList();
    }

    private JsonNode start(String partner, String cause, String reason) {
        return order("{\"act\":\"resend\",\"partner\":\"%s\",\"cause\":\"%s\",\"reason\":\"%s\"}"
                .formatted(partner, cause, reason));
    }

    private JsonNode order(String document) {
        return api.post(JOBS, document).body();
    }

    private static String refusedWith(JsonNode answer) {
        return answer.path("code").asText();
    }

    private JsonNode awaited(long job, String state) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> state.equals(
                        api.get(JOBS + "/" + job).body().path("state").asText()));
        return api.get(JOBS + "/" + job).body();
    }

    private List<String> actions(long seq) {
        return sql.trail(seq).stream()
                .map(row -> String.valueOf(row.get("action")))
                .toList();
    }
}
