package cn.zrzy.hub.ceremony;

import static cn.zrzy.hub.ceremony.DrawStage.ok;
import static cn.zrzy.hub.ceremony.DrawStage.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.BundleCheck;
import cn.zrzy.hub.ceremony.hold.DrawSession;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.registry.Recusals;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** 更正: one inspector recused late and one subject dissolved, from the request to tasks, receipts and the verifier. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CorrectedDrawTests {

    private final DrawStage stage;
    private final DrawLedger ledger;
    private final Recusals recusals;
    private final DispatchDesk desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private String schemeNo;
    private String drawNo;

    CorrectedDrawTests(
            @LocalServerPort int port,
            DrawSession session,
            DrawLedger ledger,
            Recusals recusals,
            DispatchDesk desk,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.stage = new DrawStage(port, session);
        this.ledger = ledger;
        this.recusals = recusals;
        this.desk = desk;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void whoMovesUpFollowsFromTheSeed() throws IOException {
        draw();
        List<JsonNode> tasks = stage.tasks(schemeNo);
        JsonNode recused = tasks.get(0);
        JsonNode visited = tasks.get(1);
        JsonNode dissolved = tasks.get(2);
        ok(stage.finding(visited));
        String card = cards(recused).get(0);

        refused(ask("EXCLUDE", dissolved, "", "LUCKY"), "E-DRAW-EXCLUSION");
        refused(ask("RECUSE", recused, "41000000000", "RECUSED"), "E-DRAW-CORRECTION-SEAT");
        refused(
                stage.office.post(path(), "{\"kind\": \"EXCLUDE\", \"reason\": \"已注销\"}"),
                "E-DRAW-CORRECTION-EVIDENCE");
        anInspectionThatTookPlaceStands(visited);
        refused(stage.head.post(path() + "/999999/approve", paper()), "E-DRAW-CORRECTION-UNKNOWN");

        int before = recusedOf(card);
        approve(ask("RECUSE", recused, card, "RECUSED"));
        JsonNode anew = stage.tasks(schemeNo).get(0);
        assertThat(anew.path("state").asText()).isEqualTo("OPEN");
        assertThat(cards(anew)).hasSize(2).doesNotContain(card);
        assertThat(jdbc.sql("select inspectors::text from inspection.task_history where task_no = ?")
                        .params(recused.path("taskNo").asText())
                        .query(String.class)
                        .single())
                .contains(card);
        assertThat(recusals.inForce(Instant.now()))
                .anyMatch(pair ->
                        pair.subjectCode().equals(recused.path("objectId").asText())
                                && pair.reason().contains(drawNo));

        approve(ask("EXCLUDE", dissolved, "", "DISSOLVED"));
        Pick first = ledger.outcome(drawNo).orElseThrow().reserves().get(0);
        List<JsonNode> after = stage.tasks(schemeNo);
        assertThat(after).hasSize(tasks.size() + 1);
        assertThat(after.get(2).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(after.get(2).path("note").asText()).contains("更正", "许资规批");
        assertThat(after.get(tasks.size()).path("objectId").asText()).isEqualTo(first.subjectId());
        assertThat(after.get(tasks.size()).path("rank").asInt()).isEqualTo(tasks.size() + 1);
        assertThat(after.get(tasks.size()).path("note").asText())
                .as("who moved up knows why")
                .contains("更正", "许资规批");
        refused(stage.finding(dissolved), "E-FINDING-CANCELLED");

        assertThat(BundleCheck.verdict(stage.office.bytes("/api/draws/" + drawNo + "/bundle")))
                .isZero();
        whatIsPublished(first.subjectId(), dissolved.path("objectId").asText());
        theRecusalIsCounted(card, before + 1);
    }

    /** Both wait for the ledger's lock, so both have read what there was to read before it; then both go on. */
    @Test
    void twoCorrectionsApprovedAtOnceGetTwoNumbers() throws Exception {
        draw();
        List<JsonNode> tasks = stage.tasks(schemeNo);
        List<String> requests = Stream.of(tasks.get(0), tasks.get(1))
                .map(task ->
                        ok(ask("EXCLUDE", task, "", "MOVED")).path("request").asText())
                .toList();
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<HubClient.Reply>> approvals = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            ledger.nextDrawNo("XC", LocalDate.now().getYear());
            requests.forEach(request ->
                    approvals.add(two.submit(() -> stage.head.post(path() + "/" + request + "/approve", paper()))));
            await().atMost(DrawStage.A_WHILE).until(() -> waitingForTheLog() >= 2);
        });
        two.shutdown();
        List<Integer> numbers = new ArrayList<>();
        for (Future<HubClient.Reply> approval : approvals) {
            numbers.add(ok(approval.get()).path("no").asInt());
        }
        assertThat(numbers).containsExactlyInAnyOrder(1, 2);
        assertThat(ledger.corrections(drawNo)).extracting(Correction::no).containsExactly(1, 2);
    }

    private int waitingForTheLog() {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single();
    }

    private void draw() {
        stage.night(LocalDate.now().minusDays(3));
        stage.plan();
        schemeNo = stage.scheme("抽取之后更正");
        drawNo = stage.freeze(schemeNo).get(0);
        stage.reveal(drawNo, DrawStage.PARTIES);
        stage.observe(drawNo, stage.event(schemeNo));
        stage.draw();
    }

    private void anInspectionThatTookPlaceStands(JsonNode visited) {
        String request =
                ok(ask("EXCLUDE", visited, "", "MOVED")).path("request").asText();
        refused(stage.office.post(path() + "/" + request + "/approve", paper()), "E-DRAW-CORRECTION-SELF");
        refused(stage.head.post(path() + "/" + request + "/approve", "{}"), "E-DRAW-CORRECTION-DOCUMENT");
        refused(stage.head.post(path() + "/" + request + "/approve", paper()), "E-TASK-REPORTED");
        assertThat(ledger.corrections(drawNo)).isEmpty();
        assertThat(stage.tasks(schemeNo))
                .noneMatch(task -> task.path("state").asText().equals("CANCELLED"));
        assertThat(desk.ofKey(drawNo + "@1")).isEmpty();
    }

    private void whatIsPublished(String movedUp, String fellOut) {
        for (String agency : List.of("province", "portal")) {
            String route = "publish-correction-to-" + agency + ":";
            stage.allDelivered(agency, route + drawNo + "@1", route + drawNo + "@2");
        }
        JsonNode file = stage.office.get("/api/draws/" + drawNo).body();
        assertThat(file.path("corrections").findValuesAsText("approver")).containsExactly("null", "何建国", "何建国");
        assertThat(file.path("result").path("picks").findValuesAsText("objectId"))
                .contains(movedUp)
                .doesNotContain(fellOut);
        assertThat(desk.breaches()).isEmpty();
    }

    /** Other draws of the shared hub may have recused the same person before. */
    private int recusedOf(String card) {
        for (JsonNode row : stage.office.get(rates()).body()) {
            if (row.path("certNo").asText().equals(card)) {
                return row.path("recused").asInt();
            }
        }
        return 0;
    }

    private static String rates() {
        return "/api/draws/" + LocalDate.now().getYear() + "/recusals";
    }

    private void theRecusalIsCounted(String card, int times) {
        assertThat(stage.office.get(rates()).body()).anySatisfy(row -> {
            assertThat(row.path("certNo").asText()).isEqualTo(card);
            assertThat(row.path("recused").asInt()).isEqualTo(times);
            assertThat(row.path("rateBp").asInt())
                    .isEqualTo(10_000 * times / row.path("places").asInt());
            assertThat(row.path("approvers").toString()).contains("何建国");
        });
        refused(stage.office.get("/api/draws/none/recusals"), "E-DRAW-YEAR");
    }

    private void approve(HubClient.Reply asked) {
        String request = ok(asked).path("request").asText();
        ok(stage.head.post(path() + "/" + request + "/approve", paper()));
        assertThat(ok(stage.head.post(path() + "/" + request + "/approve", paper()))
                        .path("already")
                        .asBoolean())
                .isTrue();
    }

    private HubClient.Reply ask(String kind, JsonNode task, String card, String code) {
        return stage.office.post(
                path(), """
                {"kind": "%s", "subjectId": "%s", "inspectorId": "%s", "code": "%s", "reason": "见所附凭证",
                 "evidence": "%s"}""".formatted(kind, task.path("objectId").asText(), card, code, "cd".repeat(32)));
    }

    private String path() {
        return "/api/draws/" + drawNo + "/corrections";
    }

    private static String paper() {
        return "{\"document\": \"许资规批〔2026〕10号\"}";
    }

    private static List<String> cards(JsonNode task) {
        return task.path("inspectors").findValuesAsText("certNo");
    }
}
