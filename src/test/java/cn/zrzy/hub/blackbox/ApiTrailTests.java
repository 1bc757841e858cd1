package cn.zrzy.hub.blackbox;

import static cn.zrzy.hub.blackbox.ApiDoorTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubSql;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every act by the API stands in the trail with account, role and address; of a machine also the person as claimed. */
class ApiTrailTests {

    private static final String PLAN =
            "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}";

    private final HubSql sql = new HubSql(BlackBoxHub.running().process());
    private long before;

    @BeforeEach
    void remember() {
        before = sql.lastSeq();
    }

    @Test
    void anActThatIsDoneHasOneRow() {
        HttpResponse<String> answer = RawCall.post("/api/plans")
                .as("office")
                .with("Idempotency-Key", "trail-1")
                .body(PLAN)
                .send();
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, Object> row = only("api.plan-submit");
        assertThat(row)
                .containsEntry("actor", "office/李敏（自称·未核实）")
                .containsEntry("role", "OFFICE")
                .containsEntry("ip", "127.0.0.1")
                .containsEntry("object_key", "trail-1")
                .containsEntry("result", "成功")
                .containsEntry("after_state", "POST /api/plans");
    }

    @Test
    void whatIsPublishedMeanwhileCarriesWhoDidIt() {
        String planNo = RawCall.json(
                        RawCall.post("/api/plans").as("office").body(PLAN).send())
                .path("planNo")
                .asText();
        RawCall.post("/api/plans/" + planNo + "/approve")
                .as("hejianguo")
                .with("X-Operator", "%E6%9D%8E%E6%95%8F")
                .body("{\"document\": \"批1\"}")
                .send();
        assertThat(only("api.plan-approve")).containsEntry("object_key", planNo);
        assertThat(only("plan.approved"))
                .containsEntry("actor", "hejianguo")
                .containsEntry("role", "OFFICE")
                .containsEntry("object_key", planNo + "@1");
    }

    @Test
    void aRefusalHasItsCode() {
        RawCall.post("/api/plans/none/approve")
                .as("hejianguo")
                .body("{\"document\": \"批1\"}")
                .send();
        assertThat(only("api.plan-approve"))
                .containsEntry("object_key", "none")
                .containsEntry("result", "E-PLAN-UNKNOWN");
        RawCall.post("/api/plans").as("office").body("{").send();
        assertThat(results()).contains("E-API-JSON");
        RawCall.post("/api/plans").as("operator").body(PLAN).send();
        assertThat(sql.trail(before))
                .anyMatch(row ->
                        row.get("actor").equals("operator") && row.get("result").equals("E-AUTH-403"));
    }

    @ParameterizedTest
    @CsvSource({
        "office, /api/plans",
        "office, /api/schemes",
        "office, /api/findings",
    })
    void noMachineActsWithoutAName(String account, String path) {
        for (String nobody : new String[] {null, "", "%20"}) {
            assertProblem(
                    RawCall.post(path)
                            .as(account)
                            .with("X-Operator", nobody)
                            .body("{\"reason\": \"r\", \"receiptNo\": \"1\"}")
                            .send(),
                    422,
                    "E-PERSON");
        }
        assertThat(results()).contains("E-PERSON");
    }

    @Test
    void theLedgerNamesAccountAndPerson() {
        String planNo = RawCall.json(
                        RawCall.post("/api/plans").as("office").body(PLAN).send())
                .path("planNo")
                .asText();
        BlackBoxHub.running().city().mood("province", "down");
        try {
            RawCall.post("/api/plans/" + planNo + "/approve")
                    .as("hejianguo")
                    .body("{\"document\": \"批1\"}")
                    .send();
            closeByHand(planNo);
        } finally {
            BlackBoxHub.running().city().mood("province", "calm");
        }
    }

    private void closeByHand(String planNo) {
        Map<String, Object> dispatch = sql.rows(
                        "select no, id from delivery.dispatch where fact_key = ? and partner = 'province'",
                        planNo + "@1")
                .get(0);
        String id = String.valueOf(dispatch.get("id"));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> RawCall.post("/api/operator/acts/close-by-hand/" + id)
                                .as("limin")
                                .body("{\"reason\": \"对方来电告知\", \"number\": \"纸-1\"}")
                                .send()
                                .statusCode()
                        == 200);
        assertThat(sql.rows("select who from delivery.act where dispatch = ?", dispatch.get("no")))
                .containsExactly(Map.of("who", "limin/李敏"));
        assertThat(sql.trail(before))
                .filteredOn(row -> row.get("action").equals("act.close-by-hand"))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).containsEntry("object_key", id).containsEntry("actor", "limin"));
    }

    @Test
    void theNightThatIsStartedIsKnown() {
        LocalDate date = LocalDate.now().minusDays(20);
        RawCall.post("/api/operator/acts/start-night/" + date)
                .as("limin")
                .body("{\"reason\":\"试验\"}")
                .send();
        assertThat(only("act.start-night"))
                .containsEntry("object_key", date.toString())
                .containsEntry("actor", "limin")
                .containsEntry("result", "成功");
    }

    private Map<String, Object> only(String action) {
        List<Map<String, Object>> rows = sql.trail(before).stream()
                .filter(row -> row.get("action").equals(action))
                .toList();
        assertThat(rows).as(action).hasSize(1);
        return rows.get(0);
    }

    private List<String> results() {
        return sql.trail(before).stream()
                .map(row -> String.valueOf(row.get("result")))
                .toList();
    }
}
