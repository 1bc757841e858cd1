package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.Subjects;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/**
 * Draws in which the province has a part, over the real hub and the sandbox's province: it draws itself (mode P), well and
 * badly, and it gives a seed (mode S). The night's jobs are called one by one, since a night runs only once.
 */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformDrawTests {

    private static final Duration A_WHILE = Duration.ofSeconds(90);
    private static final String[] PARTIES = {"派驻纪检监察组", "协查部门代表", "企业代表"};
    private static final String VALUE = "6b".repeat(32);

    private final SandboxCity city = HubUnderTest.city();
    private final LocalDate today = LocalDate.now();
    private final HubClient office;
    private final ProducerTemplate jobs;
    private final Inspectors inspectors;
    private final Subjects subjects;
    private final PlatformChecks checks;
    private final DrawLedger ledger;
    private final DispatchDesk desk;
    private final Set<String> units = new HashSet<>();
    private final List<String> schemes = new ArrayList<>();
    private String planNo;
    private String relative;

    PlatformDrawTests(
            @LocalServerPort int port,
            ProducerTemplate jobs,
            Inspectors inspectors,
            Subjects subjects,
            PlatformChecks checks,
            DrawLedger ledger,
            DispatchDesk desk) {
        this.office = HubUnderTest.api(port, "周敏");
        this.jobs = jobs;
        this.inspectors = inspectors;
        this.subjects = subjects;
        this.checks = checks;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** Registries, one public plan, and an inspector who is recused from most survey units. */
    @BeforeAll
    void aPlanIsPublic() {
        job("sync-inspectors-from-hr");
        job("sync-units-from-landuse");
        planNo = office.post("/api/plans", """
                {"year": %d, "name": "省平台抽取的计划", "items": [{"itemCode": "NRP-01", "ratioBp": 2000}]}""".formatted(today.getYear()))
                .body()
                .path("planNo")
                .asText();
        approve("/api/plans/" + planNo);
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("portal").containsKey("publish-plan-to-portal:" + planNo + "@1"));
        Inspector person = inspectors.certified(today.plusDays(20)).stream()
                .filter(one -> !one.leader())
                .findFirst()
                .orElseThrow();
        relative = person.cardNo();
        subjects.search("", SubjectKind.SURVEY_UNIT, 0, 200).forEach(unit -> units.add(unit.code()));
        units.forEach(unit -> office.post("/api/recusals", """
                {"staffNo": "%s", "subjectCode": "%s", "reason": "近亲属在该单位任职"}""".formatted(person.staffNo(), unit)));
    }

    @AfterEach
    void calmAndFair() {
        city.mood("province", "calm");
        manner("fair");
        // A voided draw's scheme would be drawn again beside the next test's.
        schemes.forEach(scheme -> office.post("/api/schemes/" + scheme + "/withdraw", "{\"document\": \"批9\"}"));
        schemes.clear();
    }

    @Test
    void aFairPlatformDrawsAndItsResultIsKeptCheckedAndOrdered() throws IOException {
        manner("late");
        String scheme = frozen("P");
        String drawNo = standing(scheme).path("drawNo").asText();
        assertThat(job("draw-result-from-province")).as("nothing is drawn yet").isNull();
        assertThat(state(scheme)).isEqualTo("FROZEN");
        manner("fair");
        assertThat(job("draw-result-from-province").state()).isEqualTo(Outcome.State.DONE);
        assertThat(state(scheme)).isEqualTo("DRAWN");
        JsonNode standing = standing(scheme);
        assertThat(standing.path("platform").path("findings")).isEmpty();
        assertThat(standing.path("platform").path("forbidden")).isEmpty();
        assertThat(standing.path("platform").path("bodySha256").asText()).hasSize(64);
        assertThat(tasks(scheme))
                .hasSize(standing.path("result").path("pickedCount").asInt());
        assertThat(BundleCheck.verdict(bundle(drawNo))).isZero();
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("portal").containsKey("publish-draw-to-portal:" + drawNo));
        assertThat(city.effectsByFact("province"))
                .as("who drew need not be told")
                .containsKey("publish-pool-to-province:" + drawNo)
                .doesNotContainKey("publish-draw-to-province:" + drawNo);
        assertThat(job("draw-result-from-province").message()).contains("没有等待");
        assertThat(job("draw-run").state()).isEqualTo(Outcome.State.DONE);
        someoneIsRecusedLate(scheme, drawNo);
        assertThat(BundleCheck.verdict(bundle(drawNo)))
                .as("nobody chose who came instead")
                .isZero();
        voided(drawNo);
        assertThat(tasks(scheme).findValuesAsText("state")).containsOnly("CANCELLED");
        assertThat(BundleCheck.verdict(bundle(drawNo))).isZero();
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("portal").containsKey("publish-void-to-portal:" + drawNo));
    }

    /** One after the other is tried: a county may have just two people, and then nobody can come instead. */
    private void someoneIsRecusedLate(String scheme, String drawNo) {
        for (JsonNode task : tasks(scheme)) {
            String subject = task.path("objectId").asText();
            assertThat(code(ask(drawNo, "RESEAT", subject, "", "UNFIT")))
                    .as("a team that keeps the rules stays")
                    .isEqualTo("E-DRAW-CORRECTION-FIT");
            List<String> before = cards(task);
            HubClient.Reply asked = ask(drawNo, "RECUSE", subject, before.get(0), "RECUSED");
            if (asked.status() != 200) {
                assertThat(code(asked)).isEqualTo("E-DRAW-CORRECTION-TEAM");
                continue;
            }
            approveCorrection(drawNo, asked);
            assertThat(cards(task(scheme, subject))).hasSize(2).doesNotContain(before.get(0));
            await().atMost(A_WHILE)
                    .until(() ->
                            city.effectsByFact("portal").containsKey("publish-correction-to-portal:" + drawNo + "@1"));
            assertThat(city.effectsByFact("province"))
                    .as("the platform asked for it by letter and is answered by letter")
                    .doesNotContainKey("publish-correction-to-province:" + drawNo + "@1");
            return;
        }
        throw new AssertionError("nobody could be replaced");
    }

    /** Whoever saw the result there must not be able to lose it by voiding the draw. */
    @Test
    void aVoidedDrawOfThePlatformIsAskedForAllTheSame() throws IOException {
        manner("late");
        String scheme = frozen("P");
        String drawNo = voided(standing(scheme).path("drawNo").asText());
        assertThat(job("draw-run").state()).isEqualTo(Outcome.State.DONE);
        assertThat(job("draw-result-from-province")).as("still owed").isNull();
        assertThat(job("draw-freeze").message()).contains(scheme, "E-DRAW-OPEN", drawNo, "书面证明");
        manner("fair");
        assertThat(job("draw-result-from-province").state()).isEqualTo(Outcome.State.DONE);
        JsonNode file = office.get("/api/draws/" + drawNo).body();
        assertThat(file.path("state").asText()).isEqualTo("VOID");
        assertThat(file.path("result").path("pickedCount").asInt()).isPositive();
        assertThat(tasks(scheme)).isEmpty();
        String path = "/api/draws/" + drawNo + "/bundle";
        await().atMost(A_WHILE)
                .until(() -> BundleCheck.names(office.bytes(path)).contains("result.json.tsr"));
        byte[] bundle = office.bytes(path);
        assertThat(BundleCheck.verdict(bundle)).isZero();
        assertThat(BundleCheck.file(bundle, "result.json").path("status").asText())
                .isEqualTo("shadow");
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("portal").containsKey("publish-void-to-portal:" + drawNo + "@2"));
        job("draw-freeze");
        handedOver(scheme);
        assertThat(job("draw-result-from-province").state()).isEqualTo(Outcome.State.DONE);
        assertThat(state(scheme)).isEqualTo("DRAWN");
    }

    @Test
    void thePlatformCertifiesOnPaperThatItNeverDrew() {
        manner("late");
        String scheme = frozen("P");
        String path = "/api/draws/" + standing(scheme).path("drawNo").asText() + "/undrawn";
        String paper = "{\"document\": \"豫双随机函〔2026〕3号\", \"evidence\": \"%s\"}".formatted("ab".repeat(32));
        assertThat(code(office.post(path, paper))).as("not voided").isEqualTo("E-DRAW-UNDRAWN");
        String drawNo = voided(standing(scheme).path("drawNo").asText());
        assertThat(code(office.post(path, paper.replace("ab", "")))).isEqualTo("E-DRAW-UNDRAWN-EVIDENCE");
        assertThat(office.post(path, paper).status()).isEqualTo(200);
        String same = "{\"document\": \"豫双随机函〔2026〕3号\"}";
        assertThat(code(office.post(path + "/approve", same))).isEqualTo("E-DRAW-UNDRAWN-SELF");
        HubClient head = office.as("何建国");
        assertThat(code(head.post(path + "/approve", same.replace("3号", "4号")))).isEqualTo("E-DRAW-UNDRAWN-DOCUMENT");
        assertThat(job("draw-freeze").message()).contains("E-DRAW-OPEN");
        assertThat(head.post(path + "/approve", same).status()).isEqualTo(200);
        assertThat(job("draw-result-from-province").message()).contains("没有等待");
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("portal").containsKey("publish-void-to-portal:" + drawNo + "@2"));
        manner("fair");
        job("draw-freeze");
        handedOver(scheme);
        assertThat(job("draw-result-from-province").state()).isEqualTo(Outcome.State.DONE);
        assertThat(state(scheme)).isEqualTo("DRAWN");
        assertThat(standing(scheme).path("drawNo").asText()).isNotEqualTo(drawNo);
    }

    /** Whoever looked at the platform's page knew the result before he voided it. */
    @Test
    void whatThePlatformHadDrawnBeforeTheVoidIsShownToAll() throws IOException {
        String scheme = frozen("P");
        String drawNo = standing(scheme).path("drawNo").asText();
        String theirs = city.send(HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + city.port("province") + "/province/draws/" + drawNo + "/result"))
                .header(
                        "Authorization",
                        jobs.requestBody(
                                "bean:provinceReturns?method=sign('%s', 'result')".formatted(drawNo),
                                (Object) null,
                                String.class)));
        voided(drawNo);
        job("draw-result-from-province");
        DrawOutcome trial = ledger.outcome(drawNo).orElseThrow();
        assertThat(trial.shadow()).isTrue();
        assertThat(trial.picks()).isNotEmpty().allMatch(pick -> theirs.contains(pick.subjectId()));
        assertThat(tasks(scheme)).isEmpty();
        await().atMost(A_WHILE).until(() -> ledger.stamp(drawNo, "result.json").isPresent());
        assertThat(BundleCheck.verdict(office.bytes("/api/draws/" + drawNo + "/bundle")))
                .isZero();
        for (String agency : List.of("portal", "province")) {
            String notice = "publish-void-to-" + agency + ":" + drawNo;
            await().atMost(A_WHILE)
                    .until(() -> city.effectsByFact(agency).keySet().containsAll(List.of(notice, notice + "@2")));
        }
    }

    @ParameterizedTest
    @CsvSource({"solo, 只有1人, 1", "recused, 应回避关系, 2"})
    void whatTheLawForbidsGetsNoTaskAndWaitsForAPerson(String manner, String words, int least) throws IOException {
        manner(manner);
        String scheme = frozen("P");
        String drawNo = standing(scheme).path("drawNo").asText();
        job("draw-result-from-province");
        JsonNode standing = standing(scheme);
        JsonNode forbidden = standing.path("platform").path("forbidden");
        assertThat(forbidden.size()).isGreaterThanOrEqualTo(least);
        assertThat(forbidden.toString()).contains(words);
        List<String> ordered = tasks(scheme).findValuesAsText("objectId");
        List<String> withheld = new ArrayList<>();
        forbidden.fieldNames().forEachRemaining(withheld::add);
        assertThat(ordered)
                .hasSize(standing.path("result").path("pickedCount").asInt() - withheld.size())
                .doesNotContainAnyElementsOf(withheld);
        assertThat(BundleCheck.verdict(bundle(drawNo)))
                .as("the public sees the broken rule as well")
                .isEqualTo(1);
        assertThat(checks.open()).anyMatch(check -> check.drawNo().equals(drawNo));
        assertThat(settle(drawNo, "").body().path("code").asText()).isEqualTo("E-DRAW-SETTLEMENT");
        assertThat(settle(drawNo, "省平台来函更换检查组").status()).isEqualTo(200);
        assertThat(checks.open()).noneMatch(check -> check.drawNo().equals(drawNo));
        assertThat(settle(drawNo, "再来一次").body().path("code").asText()).isEqualTo("E-DRAW-SETTLED");
        aLawfulTeamIsSent(scheme, drawNo, withheld);
    }

    /** The platform's letter asks for it, one person applies, another approves; who comes follows from the frozen rules. */
    private void aLawfulTeamIsSent(String scheme, String drawNo, List<String> withheld) {
        String subject = withheld.get(0);
        approveCorrection(drawNo, ask(drawNo, "RESEAT", subject, "", "UNFIT"));
        assertThat(cards(task(scheme, subject))).hasSize(2).doesNotContain(relative);
        assertThat(task(scheme, subject).path("note").asText()).contains("更正", "省平台来函");
        assertThat(tasks(scheme).findValuesAsText("objectId"))
                .as("the others wait for their own letter")
                .filteredOn(withheld::contains)
                .containsExactly(subject);
        assertThat(standing(scheme).path("platform").path("forbidden").has(subject))
                .as("what the platform did stays on record")
                .isTrue();
    }

    @Test
    void aWrongCountIsNamedAndTheRestGoesOn() {
        manner("short");
        String scheme = frozen("P");
        job("draw-result-from-province");
        JsonNode standing = standing(scheme);
        assertThat(standing.path("platform").path("findings").toString()).contains("应抽", "平台抽了");
        assertThat(tasks(scheme))
                .hasSize(standing.path("result").path("pickedCount").asInt());
        assertThat(settle(standing.path("drawNo").asText(), "省平台说明：一户已注销").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"stranger, E-DRAW-PLATFORM-UNKNOWN", "elsewhere, E-DRAW-PLATFORM-POOL"})
    void whatCannotBeKeptIsRefusedAndAskedForAgain(String manner, String code) throws IOException {
        manner(manner);
        String scheme = frozen("P");
        Outcome outcome = job("draw-result-from-province");
        assertThat(outcome.state()).isEqualTo(Outcome.State.PARTIAL);
        assertThat(outcome.message()).contains(scheme, code);
        assertThat(state(scheme)).isEqualTo("FROZEN");
        // The platform mends its result under the same number.
        manner("fair");
        city.send(HttpRequest.newBuilder(city.uri("province", "drawing")).DELETE());
        assertThat(job("draw-result-from-province").state()).isEqualTo(Outcome.State.DONE);
        assertThat(state(scheme)).isEqualTo("DRAWN");
    }

    @ParameterizedTest
    @CsvSource({"down", "garbage"})
    void anAbsentPlatformIsAskedAgain(String mood) {
        String scheme = frozen("P");
        city.mood("province", mood);
        assertThat(job("draw-result-from-province")).isNull();
        assertThat(state(scheme)).isEqualTo("FROZEN");
        city.mood("province", "calm");
        assertThat(job("draw-result-from-province").state()).isEqualTo(Outcome.State.DONE);
        assertThat(state(scheme)).isEqualTo("DRAWN");
    }

    @Test
    void thePlatformsSeedIsOneSourceOfSeveral() throws IOException {
        String scheme = frozen("S");
        String drawNo = standing(scheme).path("drawNo").asText();
        for (String party : PARTIES) {
            offer(drawNo, "reveals", party, VALUE);
        }
        OffsetDateTime event = sourceTime(scheme, 1);
        await().atMost(A_WHILE).pollInterval(Duration.ofMillis(300)).until(() -> {
            Outcome outcome = job("draw-seed-from-province");
            return outcome != null
                    && outcome.state() == Outcome.State.DONE
                    && OffsetDateTime.now().isAfter(sourceTime(scheme, 0));
        });
        await().atMost(A_WHILE).until(() -> OffsetDateTime.now().isAfter(event.plusSeconds(1)));
        assertThat(offer(drawNo, "observations", "省平台种子", "0".repeat(64))
                        .body()
                        .path("code")
                        .asText())
                .as("who typed it in could choose it")
                .isEqualTo("E-DRAW-SOURCE");
        assertThat(offer(drawNo, "observations", "公证处现场骰子", "31415926535897932384")
                        .status())
                .isEqualTo(200);
        assertThat(job("draw-run").state()).isEqualTo(Outcome.State.DONE);
        byte[] bundle = bundle(drawNo);
        assertThat(BundleCheck.verdict(bundle)).isZero();
        assertThat(seedSources(bundle)).hasSize(2).allMatch(value -> !value.isEmpty());
        await().atMost(A_WHILE)
                .until(() -> city.effectsByFact("province").containsKey("publish-draw-to-province:" + drawNo));
    }

    @Test
    void aPlatformWithoutSeedHoldsNothingUp() throws IOException {
        manner("late");
        String scheme = frozen("S");
        String drawNo = standing(scheme).path("drawNo").asText();
        OffsetDateTime event = sourceTime(scheme, 1);
        assertThat(job("draw-seed-from-province")).as("too early").isNull();
        await().atMost(A_WHILE).until(() -> OffsetDateTime.now().isAfter(event.plusSeconds(1)));
        assertThat(job("draw-seed-from-province").message()).contains("没有等待");
        offer(drawNo, "observations", "公证处现场骰子", "27182818284590452353");
        assertThat(job("draw-run").state()).isEqualTo(Outcome.State.DONE);
        byte[] bundle = bundle(drawNo);
        assertThat(BundleCheck.verdict(bundle)).isZero();
        assertThat(seedSources(bundle)).containsExactly("", "27182818284590452353");
    }

    /** A scheme of that mode whose pool is frozen and handed over. */
    private String frozen(String mode) {
        String scheme = office.post("/api/schemes", """
                {"planNo": "%s", "name": "测绘资质巡查", "itemSeqs": [1], "drawOn": "%s", "windowFrom": "%s", "windowTo": "%s",
                 "draw": {"mode": "%s"}}""".formatted(planNo, today, today, today.plusDays(20), mode))
                .body()
                .path("schemeNo")
                .asText();
        schemes.add(scheme);
        approve("/api/schemes/" + scheme);
        job("draw-freeze");
        if (mode.equals("S")) {
            String drawNo = standing(scheme).path("drawNo").asText();
            for (String party : PARTIES) {
                String commitment = Commitment.of(
                        DrawHash.SM3, drawNo, party, HexFormat.of().parseHex(VALUE));
                offer(drawNo, "commitments", party, commitment);
            }
            job("draw-freeze");
        }
        handedOver(scheme);
        return scheme;
    }

    /** Frozen, and the platform has the pool. */
    private void handedOver(String scheme) {
        assertThat(state(scheme)).isEqualTo("FROZEN");
        String key =
                "publish-pool-to-province:" + standing(scheme).path("drawNo").asText();
        await().atMost(A_WHILE).until(() -> city.effectsByFact("province").containsKey(key));
        stamped(standing(scheme).path("drawNo").asText(), 1);
    }

    /** Once both stamps are in it. */
    private byte[] bundle(String drawNo) {
        stamped(drawNo, 2);
        return office.bytes("/api/draws/" + drawNo + "/bundle");
    }

    private void stamped(String drawNo, int stamps) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(desk.ofKey(drawNo))
                        .filteredOn(row -> row.partner().equals("tsa"))
                        .hasSize(stamps)
                        .allMatch(row -> row.state() == DispatchState.CONFIRMED));
    }

    /** As the timekeeper would; null when the job was put off. */
    private Outcome job(String route) {
        Exchange exchange = jobs.request("direct:" + route, message -> {
            message.setVariable("shift", new Shift("by-hand-" + route, 1));
            message.getIn().setHeader("businessDate", today.format(DateTimeFormatter.BASIC_ISO_DATE));
        });
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Object.class) instanceof Outcome outcome ? outcome : null;
    }

    private void approve(String path) {
        assertThat(office.as("何建国")
                        .post(path + "/approve", "{\"document\": \"批1\"}")
                        .status())
                .isEqualTo(200);
    }

    /** @return the number that is spent */
    private String voided(String drawNo) {
        String path = "/api/draws/" + drawNo + "/abandonments";
        String wish = "{\"reason\": \"省平台停机，改期\", \"document\": \"批1\", \"evidence\": \"%s\"}";
        assertThat(office.post(path, wish.formatted("ab".repeat(32))).status()).isEqualTo(200);
        assertThat(code(office.post(path + "/approve", "{\"document\": \"批1\"}")))
                .isEqualTo("E-DRAW-VOID-SELF");
        approve(path);
        return drawNo;
    }

    private HubClient.Reply ask(String drawNo, String kind, String subject, String card, String code) {
        return office.post(
                "/api/draws/" + drawNo + "/corrections", """
                {"kind": "%s", "subjectId": "%s", "inspectorId": "%s", "code": "%s", "reason": "省平台来函要求更换",
                 "evidence": "%s"}""".formatted(kind, subject, card, code, "cd".repeat(32)));
    }

    private void approveCorrection(String drawNo, HubClient.Reply asked) {
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(200);
        String path = "/api/draws/" + drawNo + "/corrections/"
                + asked.body().path("request").asText();
        assertThat(code(office.post(path + "/approve", "{\"document\": \"批1\"}")))
                .isEqualTo("E-DRAW-CORRECTION-SELF");
        approve(path);
    }

    private JsonNode task(String scheme, String subject) {
        for (JsonNode task : tasks(scheme)) {
            if (task.path("objectId").asText().equals(subject)) {
                return task;
            }
        }
        throw new AssertionError("no task for " + subject);
    }

    private static List<String> cards(JsonNode task) {
        return task.path("inspectors").findValuesAsText("certNo");
    }

    private static String code(HubClient.Reply reply) {
        return reply.body().path("code").asText();
    }

    private void manner(String manner) {
        city.send(HttpRequest.newBuilder(city.uri("province", "drawing"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"manner\":\"%s\"}".formatted(manner))));
    }

    private HubClient.Reply settle(String drawNo, String decision) {
        return office.post("/api/draws/" + drawNo + "/settle", "{\"decision\": \"%s\"}".formatted(decision));
    }

    private HubClient.Reply offer(String drawNo, String what, String name, String value) {
        return office.post(
                "/api/draws/" + drawNo + "/" + what,
                "{\"name\": \"%s\", \"value\": \"%s\", \"evidence\": \"%s\", \"origin\": \"许昌市公证处现场公布\", \"witness\": \"何建国\"}"
                        .formatted(name, value, "ce".repeat(32)));
    }

    private JsonNode standing(String scheme) {
        return office.get("/api/schemes/" + scheme).body();
    }

    private String state(String scheme) {
        return standing(scheme).path("state").asText();
    }

    private JsonNode tasks(String scheme) {
        return office.get("/api/schemes/" + scheme + "/tasks").body();
    }

    private OffsetDateTime sourceTime(String scheme, int source) {
        return OffsetDateTime.parse(
                standing(scheme).path("sources").get(source).path("eventTime").asText());
    }

    private static List<String> seedSources(byte[] bundle) throws IOException {
        List<String> values = new ArrayList<>();
        BundleCheck.file(bundle, "seed.json")
                .path("sources")
                .forEach(row -> values.add(row.get(1).asText()));
        return values;
    }
}
