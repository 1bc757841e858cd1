package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.draw.DrawCode;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.Subjects;
import cn.zrzy.verify.Trio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/**
 * The story of one scheme, from the registries to the credit record, told in order, against real PostgreSQL, real Artemis
 * and the sandbox in a process of its own. Nobody in it looks inside the hub before the last chapters.
 */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTests {

    private static final Duration A_WHILE = Duration.ofSeconds(90);
    private static final String[] PARTIES = {"派驻纪检监察组", "协查部门代表", "企业代表"};
    private static final String PARTY_VALUE = "5a".repeat(32);

    private final SandboxCity city = HubUnderTest.city();
    private final LocalDate tonight = LocalDate.now();
    private final OffsetDateTime approved = OffsetDateTime.now().withNano(0);
    private final HubClient office;
    private final HubClient operator;
    private final DispatchDesk desk;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Inspectors inspectors;
    private final Subjects subjects;
    private final JdbcClient jdbc;
    private final DrawCode code;

    private String planNo;
    private String schemeNo;
    private String drawNo;
    private String recusedCard;
    private final Set<String> recusedUnits = new HashSet<>();
    private JsonNode result;
    private String findingKey;
    private String grave;
    private JsonNode graveTask;
    private Subject holder;

    JourneyTests(
            @LocalServerPort int port,
            DispatchDesk desk,
            Deadlines deadlines,
            AuditTrail audit,
            Inspectors inspectors,
            Subjects subjects,
            JdbcClient jdbc,
            DrawCode code) {
        String url = "http://127.0.0.1:" + port;
        this.office = HubUnderTest.api(port, "周敏");
        this.operator = HubUnderTest.api(port, "李敏");
        this.desk = desk;
        this.deadlines = deadlines;
        this.audit = audit;
        this.inspectors = inspectors;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.code = code;
    }

    @Test
    @Order(1)
    void chapter1_theOfficeSubmitsThePlanAndAnotherPersonApprovesIt() {
        HubClient.Reply wrong = office.post("/api/plans", """
                {"year": %d, "name": "年度计划", "items": [{"itemCode": "NRP-99", "ratioBp": 500}]}""".formatted(tonight.getYear()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("title").asText()).contains("NRP-99").contains("清单");
        assertThat(wrong.body().path("field").asText()).isEqualTo("items[1].itemCode");

        planNo = office.post("/api/plans", """
                {"year": %d, "name": "年度双随机抽查工作计划", "items": [
                  {"itemCode": "NRP-01", "ratioBp": 2000, "leadDept": "测绘科", "partnerDepts": ["市市场监督管理局"]},
                  {"itemCode": "NRP-10", "ratioBp": 500}, {"itemCode": "NRP-18", "ratioBp": 50},
                  {"itemCode": "NRP-20", "ratioBp": 100}, {"itemCode": "NRP-12", "ratioBp": 3000},
                  {"itemCode": "NRP-13", "ratioBp": 500}]}""".formatted(tonight.getYear()))
                .body()
                .path("planNo")
                .asText();
        assertThat(planNo).matches("XC-\\d{4}-P\\d{2}");
        String approval = "{\"document\": \"许资规批〔2026〕1号\"}";
        assertThat(office.post("/api/plans/" + planNo + "/approve", approval)
                        .body()
                        .path("code")
                        .asText())
                .as("the author may not approve it himself")
                .isEqualTo("E-PLAN-SELF");
        assertThat(office.as("何建国")
                        .post("/api/plans/" + planNo + "/approve", approval)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void chapter2_thePlanReachesTheProvinceAndThePortal() {
        await().atMost(A_WHILE).untilAsserted(() -> {
            assertThat(city.effectsByFact("province")).containsEntry("publish-plan-to-province:" + planNo + "@1", 1);
            assertThat(city.effectsByFact("portal")).containsEntry("publish-plan-to-portal:" + planNo + "@1", 1);
        });
    }

    @Test
    @Order(3)
    void chapter3_aSchemeFallsDueTonight() {
        schemeNo = office.post("/api/schemes", """
                {"planNo": "%s", "name": "测绘资质与矿山开采联合抽查", "itemSeqs": [1, 2], "drawOn": "%s", "windowFrom": "%s",
                 "windowTo": "%s"}""".formatted(planNo, tonight, tonight, tonight.plusDays(20)))
                .body()
                .path("schemeNo")
                .asText();
        assertThat(office.as("何建国")
                        .post("/api/schemes/" + schemeNo + "/approve", "{\"document\": \"批2\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void chapter4_theNightSyncsBothRegistriesAndKeepsBadRowsAside() {
        operator.post("/api/operator/acts/start-night/" + tonight, "{\"reason\":\"试验\"}");
        assertThat(operator.get("/api/operator/nights/" + tonight).body()).hasSizeGreaterThanOrEqualTo(8);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(states("sync-"))
                        .hasSize(5)
                        .allMatch(state -> state.equals("PARTIAL") || state.equals("DONE")));
        assertThat(inspectors.certified(tonight)).hasSizeGreaterThan(10);
        assertThat(rows("select line, rule from intake.quarantined_row where length(original) > 0"))
                .isNotEmpty();
        assertThat(rows("select * from registry.i1_conservation")).isEmpty();
    }

    @Test
    @Order(5)
    void chapter5_threePartiesCommitBeforeThePoolIsFrozen() {
        Inspector relative = inspectors.certified(tonight.plusDays(20)).get(0);
        recusedCard = relative.cardNo();
        subjects.search("", SubjectKind.SURVEY_UNIT, 0, 60).forEach(unit -> recusedUnits.add(unit.code()));
        for (String unit : recusedUnits) {
            assertThat(office.post("/api/recusals", """
                    {"staffNo": "%s", "subjectCode": "%s", "reason": "近亲属在该单位任职"}""".formatted(relative.staffNo(), unit))
                            .status())
                    .isEqualTo(200);
        }

        JsonNode rehearsal =
                office.get("/api/schemes/" + schemeNo + "/rehearsal").body();
        assertThat(rehearsal.path("feasible").asInt()
                        + rehearsal.path("relaxed").asInt())
                .as("every dummy seed finds teams, if need be by the committed ladder: " + rehearsal.path("shortfalls"))
                .isEqualTo(rehearsal.path("draws").asInt())
                .isPositive();

        await().atMost(A_WHILE).until(() -> {
            drawNo = standing().path("drawNo").asText();
            return !drawNo.isEmpty();
        });
        for (String party : PARTIES) {
            String commitment = Commitment.of(
                    DrawHash.SM3, drawNo, party, java.util.HexFormat.of().parseHex(PARTY_VALUE));
            assertThat(offer("commitments", party, commitment).status()).isEqualTo(200);
        }
        await().atMost(A_WHILE).until(() -> standing().path("state").asText().equals("FROZEN"));
        assertThat(offer("commitments", PARTIES[0], "00".repeat(32))
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-DRAW-FROZEN");
    }

    @Test
    @Order(6)
    void chapter6_thePartiesRevealTheDiceAreThrownAndTheDrawIsHeld() {
        for (String party : PARTIES) {
            assertThat(offer("reveals", party, PARTY_VALUE).status()).isEqualTo(200);
        }
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        assertThat(city.effectsByFact("portal")).containsEntry("publish-pool-to-portal:" + drawNo, 1));
        JsonNode dice = standing().path("sources").get(0);
        OffsetDateTime event = OffsetDateTime.parse(dice.path("eventTime").asText());
        await().atMost(A_WHILE).until(() -> OffsetDateTime.now().isAfter(event.plusSeconds(1)));
        assertThat(offer("observations", dice.path("name").asText(), "31415926535897932384")
                        .status())
                .isEqualTo(200);
        await().atMost(A_WHILE).until(() -> standing().path("state").asText().equals("DRAWN"));
        result = standing().path("result");
        assertThat(result.path("pickedCount").asInt())
                .isPositive()
                .isLessThan(result.path("poolCount").asInt());
        JsonNode sheet = office.get("/api/draws/" + drawNo + "/probabilities").body();
        assertThat(sheet.path("inspectors"))
                .as("everybody's chance was on paper before the seed")
                .isNotEmpty();
    }

    @Test
    @Order(7)
    void chapter7_everySubjectGetsTwoDistinctCertifiedInspectorsAndALeader() {
        Set<String> certified = new HashSet<>();
        inspectors.certified(tonight.plusDays(20)).forEach(person -> certified.add(person.cardNo()));
        for (JsonNode pick : result.path("picks")) {
            List<String> cards = pick.path("inspectors").findValuesAsText("certNo");
            assertThat(cards).hasSize(2).doesNotHaveDuplicates().isSubsetOf(certified);
            assertThat(pick.path("inspectors").findValuesAsText("leader")).contains("true");
        }
        assertThat(result.path("picks"))
                .filteredOn(pick -> recusedUnits.contains(pick.path("objectId").asText()))
                .as("some recused units are drawn, but a recused pair never meets")
                .isNotEmpty()
                .noneMatch(pick ->
                        pick.path("inspectors").findValuesAsText("certNo").contains(recusedCard));
    }

    @Test
    @Order(8)
    void chapter8_anyoneCanCheckTheDrawFromItsBundle() throws IOException {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(desk.ofKey(drawNo))
                        .filteredOn(row -> row.partner().equals("tsa"))
                        .hasSize(2)
                        .allMatch(row -> row.state() == DispatchState.CONFIRMED
                                && row.receiptNo().matches("[0-9]+")));
        byte[] bundle = office.bytes("/api/draws/" + drawNo + "/bundle");
        List<String> names = BundleCheck.names(bundle);
        assertThat(names)
                .contains("manifest.json", "rules.json", "seed.json", "result.json")
                .contains("README.txt", "verify.html", "verify.jar", "verify.py")
                .contains("manifest.json.tsr", "result.json.tsr");
        assertThat(BundleCheck.file(bundle, "manifest.json").path("software").asText())
                .isEqualTo(code.software());
        assertThat(BundleCheck.verdict(bundle))
                .as("the Python verifier's exit code")
                .isZero();
        assertThat(Trio.get().reports(bundle, "", Trio.NOW))
                .as("the Java, Python and JavaScript verifiers say the same of both stamps")
                .hasSize(3)
                .allSatisfy(report -> assertThat(report)
                        .contains("\"verdict\":\"pass\"", "manifest.json.tsr: ", "result.json.tsr: ")
                        .contains("{\"errors\":[],\"key\":\"signatures\",\"status\":\"pass\",\"step\":3}"));
    }

    @Test
    @Order(9)
    void chapter9_noFirmIsPunishedUnderAnotherFirmsCode() {
        JsonNode tasks = office.get("/api/schemes/" + schemeNo + "/tasks").body();
        for (int n = 1; holder == null || holder.holderCode().isEmpty(); n++) {
            graveTask = tasks.get(n);
            holder = subjects.find(graveTask.path("objectId").asText()).orElseThrow();
        }
        Subject other = subjects.search("", SubjectKind.SURVEY_UNIT, 0, 2).stream()
                .filter(unit -> !unit.holderCode().equals(holder.holderCode()))
                .findFirst()
                .orElseThrow();
        HubClient.Reply refused =
                office.post("/api/findings", finding(graveTask, "\"R06\", \"R08\"", graveMatter(8, other.code())));
        assertThat(refused.body().path("code").asText())
                .as(refused.body().toString())
                .isEqualTo("E-FINDING-PARTY");
        assertThat(refused.body().path("title").asText()).contains(other.name(), holder.holderName());
    }

    @Test
    @Order(10)
    void chapter10_theFindingsGoWhereTheirCodesSendThem() {
        JsonNode tasks = office.get("/api/schemes/" + schemeNo + "/tasks").body();
        assertThat(tasks).hasSize(result.path("picks").size());
        assertThat(office.post(
                                "/api/findings",
                                finding(tasks.get(0), "\"R01\"", "").replace("\"何建国\"", "\"周敏\""))
                        .status())
                .as("nobody reviews his own entry")
                .isEqualTo(422);
        record(tasks.get(0), "\"R01\"", "");
        grave = record(graveTask, "\"R06\", \"R08\"", graveMatter(7, holder.holderCode()));
        findingKey = grave + "@1";
        Map<String, String> expected = Map.of(
                "province",
                "publish-results-to-province",
                "portal",
                "publish-results-to-portal",
                "enforcement",
                "refer-case-to-enforcement",
                "judiciary",
                "refer-case-to-judiciary",
                "credit",
                "refer-record-to-credit");
        await().atMost(A_WHILE)
                .untilAsserted(() -> expected.forEach((agency, route) ->
                        assertThat(city.effectsByFact(agency)).as(agency).containsEntry(route + ":" + findingKey, 1)));
        assertThat(city.effectsByFact("credit").keySet())
                .as("a clean finding is no credit record")
                .hasSize(1);
    }

    @Test
    @Order(11)
    void chapter11_everyDebtHasAReceiptAndEveryClockIsMet() {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(desk.search(planNo))
                        .isNotEmpty()
                        .allMatch(row -> row.state() == DispatchState.CONFIRMED));
        assertThat(deadlines.open()).noneMatch(deadline -> deadline.key().equals(findingKey));
        assertThat(desk.breaches()).isEmpty();
    }

    @Test
    @Order(12)
    void chapter12_oneMessageIsFollowedFromTheFactToTheReceipt() {
        List<DispatchSummary> all = desk.ofKey(findingKey);
        assertThat(all).hasSize(5).allMatch(row -> row.traceId().length() == 32);
        DispatchFile credit = desk.one(all.stream()
                        .filter(row -> row.partner().equals("credit"))
                        .findFirst()
                        .orElseThrow()
                        .dispatch())
                .orElseThrow();
        assertThat(credit.body())
                .contains("CF_WSH", "许资规罚决〔2026〕7号")
                .contains("\"CF_XDR_MC\":\"" + holder.holderName() + "\"")
                .contains("\"CF_XDR_SHXYM\":\"" + holder.holderCode() + "\"");
        assertThat(credit.attempts())
                .hasSize(1)
                .allMatch(attempt -> attempt.outcome().equals("CONFIRMED"));
        assertThat(credit.receipts().get(0).receipt().digest()).isEqualTo(credit.bodyDigest());
    }

    @Test
    @Order(13)
    void chapter13_theAuditTrailHoldsTheWholeStory() {
        assertThat(audit.verify().intact()).isTrue();
        assertThat(rows("select object_key from audit.entry"))
                .contains(planNo + "@1", schemeNo + "@1", drawNo, findingKey);
    }

    @Test
    @Order(14)
    void chapter14_aTypoIsCorrectedAndNothingIsThereTwice() {
        String typo = graveMatter(7, holder.holderCode()).replace("涉嫌非法占用农用地", "涉嫌非法占用农用地，约六亩");
        correct("\"R06\", \"R08\"", typo);
        delivered(grave + "@2");
        assertThat(desk.ofKey(grave + "@2"))
                .extracting(DispatchSummary::partner)
                .containsExactlyInAnyOrder("enforcement", "credit");
        for (String agency : List.of("portal", "enforcement", "judiciary")) {
            assertThat(city.matters(agency, grave)).as(agency).hasSize(1).containsValue(true);
        }
        assertThat(city.matters("credit", "〔2026〕7号")).hasSize(1).containsValue(true);
    }

    @Test
    @Order(15)
    void chapter15_theResultBecomesSecretAndStandsNowhereAnyMore() {
        correct("\"R06\", \"R08\"", graveMatter(7, holder.holderCode()) + ", \"withheldReason\": \"涉及国家秘密\"");
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(desk.ofKey(grave + "@3"))
                        .hasSize(5)
                        .allMatch(row -> row.state()
                                == (row.route().equals("refer-lead-by-hand")
                                        ? DispatchState.PARKED
                                        : DispatchState.CONFIRMED)));
        for (String agency : List.of("portal", "enforcement")) {
            assertThat(city.matters(agency, grave)).as(agency).hasSize(1).containsValue(false);
        }
        assertThat(city.matters("credit", "〔2026〕7号")).hasSize(1).containsValue(false);
        assertThat(city.matters("judiciary", grave))
                .as("a suspected crime goes to the police, public or not")
                .containsValue(true);
        assertThat(deadlines.open()).noneMatch(deadline -> deadline.key().startsWith(grave));
        String byHand = desk.ofKey(grave + "@3").stream()
                .filter(row -> row.state() == DispatchState.PARKED)
                .findFirst()
                .orElseThrow()
                .dispatch();
        assertThat(operator.post(
                                "/api/operator/acts/close-by-hand/" + byHand,
                                "{\"reason\": \"已当面移交\", \"number\": \"许执收〔2026〕99号\"}")
                        .status())
                .isEqualTo(200);
        assertThat(desk.breaches()).isEmpty();
    }

    private void correct(String codes, String more) {
        HubClient.Reply reply =
                office.post("/api/findings", finding(graveTask, codes, more + ", \"findingNo\": \"" + grave + "\""));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    private void delivered(String key) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(desk.ofKey(key))
                        .isNotEmpty()
                        .allMatch(row -> row.state() == DispatchState.CONFIRMED));
    }

    /** Further handling, a suspected crime and a penalty at once. */
    private String graveMatter(int number, String creditCode) {
        return """
                , "facts": "拒不配合，涉嫌非法占用农用地", "crime": {"charge": "非法占用农用地罪", "surveyReport": "占用六亩",
                  "expertOpinion": "种植条件严重毁坏", "approvedBy": "局长", "approvedAt": "%s"},
                 "penalty": {"documentNo": "许资规罚决〔2026〕%d号", "party": "法人及非法人组织", "creditCode": "%s",
                  "violation": "拒绝检查", "basis": "矿产资源法第七十三条", "category": "罚款", "content": "罚款一万元",
                  "fine": 1.5, "confiscated": 0, "decidedOn": "%s", "validUntil": "%s", "publicUntil": "%s"}
                """.formatted(approved, number, creditCode, tonight, tonight.plusYears(1), tonight.plusMonths(3));
    }

    private List<String> states(String prefix) {
        List<String> states = new ArrayList<>();
        operator.get("/api/operator/nights/" + tonight).body().forEach(run -> {
            if (run.path("job").asText().startsWith(prefix)) {
                states.add(run.path("state").asText());
            }
        });
        return states;
    }

    private JsonNode standing() {
        return office.get("/api/schemes/" + schemeNo).body();
    }

    private HubClient.Reply offer(String what, String name, String value) {
        return office.post(
                "/api/draws/" + drawNo + "/" + what,
                "{\"name\": \"%s\", \"value\": \"%s\", \"evidence\": \"%s\", \"origin\": \"许昌市公证处现场公布\", \"witness\": \"何建国\"}"
                        .formatted(name, value, "ce".repeat(32)));
    }

    private String record(JsonNode task, String codes, String more) {
        HubClient.Reply reply = office.post("/api/findings", finding(task, codes, more));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body().path("findingNo").asText();
    }

    private String finding(JsonNode task, String codes, String more) {
        return """
                {"taskNo": "%s", "itemCode": "%s", "resultCodes": [%s], "checkDate": "%s", "checkers": %s,
                 "recorder": "周敏", "reviewer": "何建国"%s}""".formatted(
                        task.path("taskNo").asText(),
                        task.path("itemCodes").get(0).asText(),
                        codes,
                        tonight,
                        quoted(task.path("inspectors").findValuesAsText("certNo")),
                        more);
    }

    private static String quoted(List<String> values) {
        return "[\"" + String.join("\", \"", values) + "\"]";
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getString(1)).list();
    }
}
