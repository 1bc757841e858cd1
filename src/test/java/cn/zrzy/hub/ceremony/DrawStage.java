package cn.zrzy.hub.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.ceremony.hold.DrawSession;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubUnderTest;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Brings schemes to their draws for tests of what comes after; people act by the API, only the night is shortened. */
final class DrawStage {

    static final Duration A_WHILE = Duration.ofSeconds(90);
    static final List<String> PARTIES = List.of("派驻纪检监察组", "协查部门代表", "企业代表");
    private static final Shift SHIFT = new Shift("stage", 1);
    private static final String PARTY_VALUE = "5a".repeat(32);

    final SandboxCity city = HubUnderTest.city();
    final HubClient office;
    final HubClient head;
    private final HubClient operator;
    private final DrawSession session;
    private final LocalDate today = LocalDate.now();
    private String planNo;

    DrawStage(@LocalServerPort int port, DrawSession session) {
        this.office = HubUnderTest.api(port, "周敏");
        this.head = office.as("何建国");
        this.operator = HubUnderTest.api(port, "李敏");
        this.session = session;
    }

    /** Both registries full, by a night of long ago that no other test tells of. */
    void night(LocalDate date) {
        city.send(HttpRequest.newBuilder(city.uri("hr", "publish?date=" + date))
                .POST(HttpRequest.BodyPublishers.noBody()));
        operator.post("/api/operator/acts/start-night/" + date, "{\"reason\":\"试验\"}");
        await().atMost(A_WHILE).until(() -> {
            List<String> states =
                    operator.get("/api/operator/nights/" + date).body().findValuesAsText("state");
            return !states.isEmpty() && List.of("DONE", "PARTIAL", "SKIPPED").containsAll(states);
        });
    }

    String plan() {
        planNo = office.post("/api/plans", """
                {"year": %d, "name": "年度双随机抽查工作计划", "items": [{"itemCode": "NRP-01", "ratioBp": 2000}]}""".formatted(today.getYear()))
                .body()
                .path("planNo")
                .asText();
        ok(head.post("/api/plans/" + planNo + "/approve", "{\"document\": \"许资规批〔2026〕1号\"}"));
        return planNo;
    }

    String scheme(String name) {
        String schemeNo = office.post("/api/schemes", """
                {"planNo": "%s", "name": "%s", "itemSeqs": [1], "drawOn": "%s", "windowFrom": "%s", "windowTo": "%s"}""".formatted(planNo, name, today, today, today.plusDays(20)))
                .body()
                .path("schemeNo")
                .asText();
        ok(head.post("/api/schemes/" + schemeNo + "/approve", "{\"document\": \"批2\"}"));
        return schemeNo;
    }

    /** Numbers the schemes' draws, lets every party commit and freezes their pools. */
    List<String> freeze(String... schemes) {
        for (String schemeNo : schemes) {
            await().atMost(A_WHILE).until(() -> {
                step(() -> session.freezeDue(SHIFT, today.format(DateTimeFormatter.BASIC_ISO_DATE)));
                return !standing(schemeNo).path("drawNo").asText().isEmpty();
            });
            String drawNo = standing(schemeNo).path("drawNo").asText();
            for (String party : PARTIES) {
                ok(offer(
                        drawNo,
                        "commitments",
                        party,
                        Commitment.of(
                                DrawHash.SM3, drawNo, party, HexFormat.of().parseHex(PARTY_VALUE))));
            }
        }
        step(() -> session.freezeDue(SHIFT, today.format(DateTimeFormatter.BASIC_ISO_DATE)));
        List<String> draws = new ArrayList<>();
        for (String schemeNo : schemes) {
            assertThat(standing(schemeNo).path("state").asText()).isEqualTo("FROZEN");
            draws.add(standing(schemeNo).path("drawNo").asText());
        }
        return draws;
    }

    void reveal(String drawNo, List<String> parties) {
        parties.forEach(party -> ok(offer(drawNo, "reveals", party, PARTY_VALUE)));
    }

    /** The public event of one draw, once its hour has come. */
    void observe(String drawNo, OffsetDateTime event) {
        await().atMost(A_WHILE).until(() -> OffsetDateTime.now().isAfter(event.plusSeconds(1)));
        ok(offer(drawNo, "observations", "公证处现场骰子", "31415926535897932384"));
    }

    OffsetDateTime event(String schemeNo) {
        return OffsetDateTime.parse(
                standing(schemeNo).path("sources").get(0).path("eventTime").asText());
    }

    /** Until nothing waits any more, the stamps of the manifests for one. */
    void draw() {
        await().atMost(A_WHILE).ignoreExceptionsInstanceOf(TryLater.class).until(() -> {
            session.drawReady(SHIFT);
            return true;
        });
    }

    /** Every debt of the plan has its receipt, stamps too. */
    void settled(DispatchDesk desk) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(desk.search(planNo))
                        .isNotEmpty()
                        .allMatch(row -> row.state() == DispatchState.CONFIRMED));
    }

    JsonNode standing(String schemeNo) {
        return office.get("/api/schemes/" + schemeNo).body();
    }

    List<JsonNode> tasks(String schemeNo) {
        List<JsonNode> tasks = new ArrayList<>();
        office.get("/api/schemes/" + schemeNo + "/tasks").body().forEach(tasks::add);
        return tasks;
    }

    HubClient.Reply finding(JsonNode task) {
        return office.post("/api/findings", """
                {"taskNo": "%s", "itemCode": "NRP-01", "resultCodes": ["R01"], "checkDate": "%s", "checkers": ["%s"],
                 "recorder": "周敏", "reviewer": "何建国"}""".formatted(
                        task.path("taskNo").asText(),
                        LocalDate.now(),
                        String.join("\", \"", task.path("inspectors").findValuesAsText("certNo"))));
    }

    /** Everything of the plan has its receipt: one effect each. */
    void allDelivered(String agency, String... keys) {
        await().atMost(A_WHILE).untilAsserted(() -> {
            for (String key : keys) {
                assertThat(city.effectsByFact(agency)).containsEntry(key, 1);
            }
        });
    }

    static JsonNode ok(HubClient.Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    static void refused(HubClient.Reply reply, String code) {
        assertThat(reply.body().path("code").asText())
                .as(reply.body().toString())
                .isEqualTo(code);
    }

    private HubClient.Reply offer(String drawNo, String what, String name, String value) {
        return office.post(
                "/api/draws/" + drawNo + "/" + what,
                "{\"name\": \"%s\", \"value\": \"%s\", \"evidence\": \"%s\", \"origin\": \"许昌市公证处现场公布\", \"witness\": \"何建国\"}"
                        .formatted(name, value, "ce".repeat(32)));
    }

    private static void step(Runnable night) {
        try {
            night.run();
        } catch (TryLater stillWaiting) {
            // The plan is on its way to the portal, or a party has not committed: what the night waits for too.
        }
    }
}
