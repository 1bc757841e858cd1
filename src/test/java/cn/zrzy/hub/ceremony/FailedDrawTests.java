package cn.zrzy.hub.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.ceremony.freeze.PoolFreeze;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.fixtures.DrawStory;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.plan.Schemes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** 一号一果, also when the teams cannot be found and when nobody enters the dice; nobody reveals here, which stops nothing. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FailedDrawTests {

    private static final Duration A_WHILE = Duration.ofSeconds(90);
    private static final String NOBODY_LEADS = """
            {"teams": [{"name": "检查组", "items": [], "size": 2, "roles": [
              {"name": "组长", "dept": "没有这个科室", "leader": true, "expertise": [], "least": 1, "most": 1},
              {"name": "组员", "dept": "", "leader": false, "expertise": [], "least": 1, "most": 1}]}]}""";

    private final SandboxCity city = HubUnderTest.city();
    private final HubClient office;
    private final DrawStory story;
    private final PoolFreeze freeze;
    private final Schemes schemes;
    private final DrawLedger ledger;

    FailedDrawTests(
            @LocalServerPort int port, ProducerTemplate jobs, PoolFreeze freeze, Schemes schemes, DrawLedger ledger) {
        this.office = HubUnderTest.api(port, "周敏");
        this.story = new DrawStory(office, jobs);
        this.freeze = freeze;
        this.schemes = schemes;
        this.ledger = ledger;
    }

    @Test
    void aDrawWithoutEnoughInspectorsHasItsOneResultAndNoWayRoundIt() throws IOException {
        story.registries();
        String planNo = story.plan();
        String held = story.scheme(planNo, NOBODY_LEADS);
        String refused = story.refusalOfFreeze(story.called(held));
        assertThat(refused).contains(held, "E-DRAW-INFEASIBLE", "20 个虚拟种子", "组长", "缺");
        assertThat(story.standing(held).path("state").asText()).isEqualTo("APPROVED");

        String draw = shortOf(held);
        String voided = story.scheme(story.plan(), NOBODY_LEADS);
        String spent = shortOf(voided);
        voidIt(spent);
        OffsetDateTime event = eventOf(draw);
        OffsetDateTime other = eventOf(spent);
        await().atMost(A_WHILE)
                .until(() -> OffsetDateTime.now().isAfter((event.isAfter(other) ? event : other).plusSeconds(1)));

        String round = story.scheme(planNo, "null");
        assertThat(story.freeze())
                .as("the dice are known, nobody enters them, and another number would be another chance")
                .contains(round, "E-DRAW-OPEN", draw, "录入公开随机数");
        assertThat(office.post(
                                "/api/draws/" + spent + "/undrawn",
                                "{\"document\": \"函1\", \"evidence\": \"%s\"}".formatted("ab".repeat(32)))
                        .body()
                        .path("code")
                        .asText())
                .as("what can still be entered is owed")
                .isEqualTo("E-DRAW-UNDRAWN");
        dice(draw, "31415926535897932384");
        dice(spent, "27182818284590452353");
        story.drawn(held);

        DrawOutcome outcome = ledger.outcome(draw).orElseThrow();
        assertThat(outcome.picks()).isNotEmpty();
        assertThat(outcome.seats()).isEmpty();
        assertThat(outcome.deferred())
                .containsExactlyElementsOf(
                        outcome.picks().stream().map(Pick::subjectId).sorted().toList());
        assertThat(outcome.shortfalls()).isNotEmpty().allMatch(text -> text.contains("组长"));
        assertThat(office.get("/api/schemes/" + held + "/tasks").body())
                .as("nobody goes alone")
                .isEmpty();
        story.verified(draw);
        DrawOutcome trial = ledger.outcome(spent).orElseThrow();
        assertThat(trial.shadow()).isTrue();
        assertThat(trial.deferred()).hasSameSizeAs(trial.picks());
        story.verified(spent);
        withdraw(voided);
        assertThat(story.called(round)).as("nothing is owed any more").isGreaterThan(spent);
        withdraw(round);
        for (String debt : List.of("publish-draw-to-portal:" + draw, "publish-void-to-portal:" + spent + "@2")) {
            await().atMost(A_WHILE).until(() -> city.effectsByFact("portal").containsKey(debt));
        }
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("province").containsKey("publish-draw-to-province:" + draw));
    }

    /** 年度批次: its own lottery issue and dice, named with the scheme. */
    @Test
    void anAnnualDrawNamesTheLotteryIssueThatMakesItsSeed() throws IOException {
        story.registries();
        String planNo = story.plan();
        HubClient.Reply weak = office.post("/api/schemes", """
                {"planNo": "%s", "name": "年度抽查", "itemSeqs": [1], "drawOn": "%2$s", "windowFrom": "%2$s",
                 "windowTo": "%2$s", "draw": {"annual": true}}""".formatted(planNo, LocalDate.now()));
        assertThat(weak.body().path("code").asText()).isEqualTo("E-SCHEME-ENTROPY");
        String scheme = annual(planNo);
        String drawNo = story.standing(scheme).path("drawNo").asText();
        OffsetDateTime event = eventOf(drawNo);
        await().atMost(Duration.ofMinutes(6)).until(() -> OffsetDateTime.now().isAfter(event.plusSeconds(1)));
        dice(drawNo, "31415926535897932384");
        story.draw();
        assertThat(story.standing(scheme).path("state").asText())
                .as("both or nothing")
                .isEqualTo("FROZEN");
        assertThat(story.offer(
                                drawNo,
                                "observations",
                                "快乐8",
                                "01.05.08.12.17.20.23.28.31.36.41.44.49.52.58.60.66.71.77.80")
                        .status())
                .isEqualTo(200);
        story.drawn(scheme);
        assertThat(new String(ledger.outcome(drawNo).orElseThrow().files().get("seed.json"), StandardCharsets.UTF_8))
                .contains("\"decibits\":1280", "快乐8");
        story.verified(drawNo);
    }

    /** Frozen before the reveal deadline has passed the event; a slow machine is refused and names a later one. */
    private String annual(String planNo) {
        for (int seconds = 40; ; seconds *= 2) {
            OffsetDateTime event = OffsetDateTime.now().plusSeconds(seconds);
            String scheme = story.scheme(planNo, """
                    {"annual": true, "sources": [
                      {"name": "快乐8", "kind": "KL8", "detail": "2026-314", "eventTime": "%1$s"},
                      {"name": "公证处现场骰子", "kind": "DICE", "detail": "20", "eventTime": "%1$s"}]}""".formatted(event));
            story.committed(story.called(scheme));
            String said = story.freeze();
            if (story.standing(scheme).path("state").asText().equals("FROZEN")) {
                return scheme;
            }
            assertThat(said).contains(scheme, "E-SCHEME-SOURCES", "来不及");
            withdraw(scheme);
        }
    }

    private void withdraw(String scheme) {
        assertThat(office.post("/api/schemes/" + scheme + "/withdraw", "{\"document\": \"批3\"}")
                        .status())
                .isEqualTo(200);
    }

    /** Frozen without the rehearsal that would have refused it: the shortage shows only at the draw. */
    private String shortOf(String schemeNo) {
        String drawNo = story.called(schemeNo);
        story.committed(drawNo);
        freeze.freeze(schemes.find(schemeNo).orElseThrow(), drawNo, 0);
        return drawNo;
    }

    private OffsetDateTime eventOf(String drawNo) {
        JsonNode file = office.get("/api/draws/" + drawNo).body();
        return OffsetDateTime.parse(
                file.path("sources").get(0).path("eventTime").asText());
    }

    private void dice(String drawNo, String value) {
        HubClient.Reply bare = office.post(
                "/api/draws/" + drawNo + "/observations",
                "{\"name\": \"公证处现场骰子\", \"value\": \"%s\"}".formatted(value));
        assertThat(bare.body().path("code").asText())
                .as("nothing is taken without origin and evidence")
                .isEqualTo("E-DRAW-OBSERVATION");
        assertThat(story.offer(drawNo, "observations", "公证处现场骰子", value).status())
                .isEqualTo(200);
    }

    private void voidIt(String drawNo) {
        String path = "/api/draws/" + drawNo + "/abandonments";
        String wish = "{\"reason\": \"人员不足\", \"document\": \"批1\", \"evidence\": \"%s\"}";
        assertThat(office.post(path, wish.formatted("ab".repeat(32))).status()).isEqualTo(200);
        assertThat(office.as("何建国")
                        .post(path + "/approve", "{\"document\": \"批1\"}")
                        .status())
                .isEqualTo(200);
    }
}
