package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Shares;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.fixtures.DrawStory;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import cn.zrzy.hub.fixtures.SandboxCity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** 不预告检查: sealed by keepers, drawn with two of three shares, closed to the public until its day, then open to all. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SealedDrawTests {

    private static final String PAPER = "{\"document\": \"许资规批〔2026〕12号\"}";
    private static final String WISH =
            "{\"reason\": \"%s\", \"document\": \"许资规批〔2026〕12号\", \"evidence\": \"" + "ab".repeat(32) + "\"}";

    private final SandboxCity city = HubUnderTest.city();
    private final HubClient office;
    private final HubClient operator;
    private final DrawStory story;
    private final ProducerTemplate jobs;
    private final DrawLedger ledger;
    private final JdbcClient jdbc;
    private OffsetDateTime openAt;

    SealedDrawTests(@LocalServerPort int port, ProducerTemplate jobs, DrawLedger ledger, JdbcClient jdbc) {
        this.office = HubUnderTest.api(port, "周敏");
        this.operator = HubUnderTest.api(port, "李敏");
        this.story = new DrawStory(office, jobs);
        this.jobs = jobs;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Two draws of one day: one is corrected while it is sealed, the other voided. */
    @Test
    void anUnannouncedDrawStaysClosedUntilItsDay() throws IOException {
        byte[] secret = random();
        List<String> shares = Shares.split(secret, random());
        byte[] otherSecret = random();
        List<String> otherShares = Shares.split(otherSecret, random());
        story.registries();
        String planNo = story.plan();
        openAt = OffsetDateTime.now(ZoneOffset.ofHours(8)).plusSeconds(90).withNano(0);
        String schemeNo = story.scheme(planNo, "{\"unannounced\": true, \"openAt\": \"%s\"}".formatted(openAt));
        String drawNo = sealed(schemeNo, secret);
        // Only now: of two due schemes either may get the first number.
        String otherScheme = story.scheme(planNo, "{\"unannounced\": true, \"openAt\": \"%s\"}".formatted(openAt));
        String other = sealed(otherScheme, otherSecret);
        story.observed(schemeNo, drawNo);
        story.observed(otherScheme, other);
        story.draw();
        assertThat(story.standing(schemeNo).path("state").asText())
                .as("no draw without the keepers")
                .isEqualTo("FROZEN");
        keepersHandIn(drawNo, shares);
        story.offer(other, "shares", "派驻纪检监察组", otherShares.get(0));
        story.offer(other, "shares", "局法制科", otherShares.get(1));
        story.drawn(schemeNo);
        story.drawn(otherScheme);

        Set<String> drawn = named(drawNo);
        Set<String> voided = named(other);
        byte[] closed = story.verified(drawNo, openAt.minusSeconds(1));
        assertThat(BundleCheck.names(closed))
                .contains("result.json")
                .doesNotContain("result.objects.csv", "secret.json");
        delivered("portal", "publish-draw-to-portal:" + drawNo);
        assertThat(article("随机抽取结果公告（" + drawNo)).contains("已签名封存");

        JsonNode fellOut = picks(drawNo).get(0);
        corrected(drawNo, "EXCLUDE", fellOut, "", "DISSOLVED");
        drawn.addAll(named(drawNo));
        String abandonments = "/api/draws/" + other + "/abandonments";
        String firm = picks(other).get(0).path("objectName").asText();
        assertThat(code(office.post(abandonments, WISH.formatted(firm + "已事先知情"))))
                .as("the reason of a void is public at once")
                .isEqualTo("E-DRAW-VOID-REASON");
        ok(office.post(abandonments, WISH.formatted("有人事先知情")));
        assertThat(code(office.post(abandonments + "/approve", PAPER))).isEqualTo("E-DRAW-VOID-SELF");
        ok(office.as("何建国").post(abandonments + "/approve", PAPER));
        withdrawn(otherScheme);
        delivered("portal", "publish-correction-to-portal:" + drawNo + "@1", "publish-void-to-portal:" + other);
        delivered("province", "publish-draw-to-province:" + drawNo, "publish-void-to-province:" + other);
        nobodyKnows(drawNo, schemeNo, drawn);
        nobodyKnows(other, otherScheme, voided);
        assertThat(city.effectsByFact("province"))
                .as("a correction names who fell out")
                .doesNotContainKey("publish-correction-to-province:" + drawNo + "@1");
        assertThat(BundleCheck.names(story.verified(drawNo, openAt.minusSeconds(1))))
                .doesNotContain("current.objects.csv");
        assertThat(BundleCheck.names(story.verified(other, openAt.minusSeconds(1))))
                .doesNotContain("current.objects.csv");

        await().atMost(Duration.ofSeconds(100)).until(() -> OffsetDateTime.now().isAfter(openAt.plusSeconds(1)));
        assertThat(ledger.overdueSecrets(OffsetDateTime.now()))
                .as("what the duty desk's alarm is made of")
                .extracting(DrawLedger.Entry::drawNo)
                .contains(drawNo, other);
        jobs.requestBody("bean:drawOpening?method=openDue", (Object) null);

        assertThat(BundleCheck.names(story.verified(drawNo))).contains("result.objects.csv", "secret.json");
        assertThat(BundleCheck.names(story.verified(other))).contains("result.objects.csv", "secret.json");
        delivered("portal", "publish-opened-to-portal:" + drawNo, "publish-opened-to-portal:" + other);
        delivered("province", "publish-opened-to-province:" + drawNo);
        assertThat(article("随机抽取结果公告（" + drawNo))
                .contains("第1号更正", fellOut.path("objectId").asText(), firstName(drawNo));
        assertThat(article("随机抽取作废公告（" + other)).contains(firm);
        assertThat(sent(drawNo, "publish-opened-to-province"))
                .contains(firstName(drawNo))
                .doesNotContain("publishAfter");
        assertThat(sent(other, "publish-opened-to-province"))
                .as("a voided result")
                .isEmpty();
        whatComesAfterTheOpeningIsPublic(drawNo, schemeNo);
    }

    /** Sealed by its keepers' digest, frozen and revealed; only the dice are missing. */
    private String sealed(String schemeNo, byte[] secret) {
        String drawNo = story.called(schemeNo);
        HubClient.Reply sealed = story.offer(drawNo, "seal", "", Commitment.sealed(DrawHash.SM3, secret));
        assertThat(sealed.body().path("accepted").asBoolean()).isTrue();
        story.frozen(schemeNo, drawNo);
        assertThat(secretsKept(drawNo))
                .as("before the draw the hub cannot know S")
                .isZero();
        story.revealed(drawNo);
        return drawNo;
    }

    private void keepersHandIn(String drawNo, List<String> shares) {
        assertThat(code(story.offer(drawNo, "shares", "路人", shares.get(0)))).isEqualTo("E-DRAW-KEEPER");
        assertThat(code(story.offer(drawNo, "shares", "公证处", shares.get(0).replace('7', '8') + "0")))
                .isEqualTo("E-DRAW-SHARE");
        story.offer(drawNo, "shares", "派驻纪检监察组", shares.get(0));
        List<String> foreign = Shares.split(random(), random());
        assertThat(story.offer(drawNo, "shares", "公证处", foreign.get(1))
                        .body()
                        .path("mismatch")
                        .asBoolean())
                .as("a share of another secret opens nothing, and blocks nobody")
                .isTrue();
        assertThat(story.offer(drawNo, "shares", "公证处", shares.get(2))
                        .body()
                        .path("complete")
                        .asBoolean())
                .isTrue();
    }

    /** Neither the public's pages, nor the operators' side of the API, nor anything that left the house says a name. */
    private void nobodyKnows(String drawNo, String schemeNo, Set<String> names) {
        for (String page : List.of("", "/" + drawNo, "/" + drawNo + "/form", "/" + drawNo + "/membership")) {
            assertThat(new String(office.bytes("/pub/draws" + page), StandardCharsets.UTF_8))
                    .as(page)
                    .doesNotContain(names);
        }
        for (String path : List.of(
                "/api/draws/" + drawNo,
                "/api/draws/" + drawNo + "/bundle",
                "/api/schemes/" + schemeNo,
                "/api/schemes/" + schemeNo + "/tasks")) {
            assertThat(operator.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(sent(drawNo, "")).isNotEmpty().doesNotContain(names);
        assertThat(ledger.find(drawNo).orElseThrow().state()).isIn("SEALED", "VOID");
        assertThat(ledger.opening(drawNo)).isEmpty();
    }

    private void whatComesAfterTheOpeningIsPublic(String drawNo, String schemeNo) throws IOException {
        JsonNode pick = picks(drawNo).get(0);
        String card = pick.path("inspectors").get(0).path("certNo").asText();
        corrected(drawNo, "RECUSE", pick, card, "RECUSED");
        delivered("portal", "publish-correction-to-portal:" + drawNo + "@2");
        delivered("province", "publish-correction-to-province:" + drawNo + "@2");
        assertThat(article("随机抽取结果公告（" + drawNo)).contains("第2号更正", "后发回避");
        String abandonments = "/api/draws/" + drawNo + "/abandonments";
        ok(office.post(abandonments, WISH.formatted("实施条件不具备")));
        ok(office.as("何建国").post(abandonments + "/approve", PAPER));
        withdrawn(schemeNo);
        delivered("portal", "publish-void-to-portal:" + drawNo);
        assertThat(office.get("/api/schemes/" + schemeNo + "/tasks").body().findValuesAsText("state"))
                .containsOnly("CANCELLED");
        assertThat(article("随机抽取作废公告（" + drawNo)).contains("实施条件不具备", firstName(drawNo));
        story.verified(drawNo);
    }

    private void corrected(String drawNo, String kind, JsonNode pick, String card, String code) {
        String path = "/api/draws/" + drawNo + "/corrections";
        String request = ok(office.post(
                        path, """
                        {"kind": "%s", "subjectId": "%s", "inspectorId": "%s", "code": "%s", "reason": "见所附凭证",
                         "evidence": "%s"}""".formatted(kind, pick.path("objectId").asText(), card, code, "cd".repeat(32))))
                .path("request")
                .asText();
        String approval = path + "/" + request + "/approve";
        assertThat(code(office.post(approval, PAPER))).isEqualTo("E-DRAW-CORRECTION-SELF");
        ok(office.as("何建国").post(approval, PAPER));
    }

    /** Else it would be numbered again tonight, and hold up every other test's scheme until its keepers seal. */
    private void withdrawn(String schemeNo) {
        ok(office.as("何建国").post("/api/schemes/" + schemeNo + "/withdraw", PAPER));
    }

    private void delivered(String agency, String... keys) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> city.effectsByFact(agency).keySet().containsAll(List.of(keys)));
    }

    /** All that was sent about the draw by the route, by every route for "". */
    private String sent(String drawNo, String route) {
        return String.join(
                "\n", jdbc.sql("""
                        select convert_from(b.bytes, 'UTF8') from delivery.body b
                        join delivery.dispatch d on d.no = b.dispatch
                        where d.subject = ? and d.partner <> 'tsa' and d.route like ? || '%'""").params(drawNo, route).query(String.class).list());
    }

    private JsonNode picks(String drawNo) {
        return office.get("/api/draws/" + drawNo).body().path("result").path("picks");
    }

    /** Whom the result names just now: subjects and inspectors, by name and by code. */
    private Set<String> named(String drawNo) {
        JsonNode picks = picks(drawNo);
        assertThat(picks).isNotEmpty();
        Set<String> names = new HashSet<>(picks.findValuesAsText("objectId"));
        names.addAll(picks.findValuesAsText("objectName"));
        names.addAll(picks.findValuesAsText("certNo"));
        return names;
    }

    private String firstName(String drawNo) {
        return picks(drawNo).get(0).path("objectName").asText();
    }

    private String article(String title) {
        String portal = "http://127.0.0.1:" + city.port("portal");
        String index = city.send(HttpRequest.newBuilder(URI.create(portal + "/portal/")));
        Matcher link = Pattern.compile("href=\"([^\"]+)\">" + title).matcher(index);
        assertThat(link.find()).isTrue();
        return city.send(HttpRequest.newBuilder(URI.create(portal + link.group(1))));
    }

    private long secretsKept(String drawNo) {
        return jdbc.sql("select count(*) from plan.sealed_secret where draw_no = ? and secret is not null")
                .params(drawNo)
                .query(Long.class)
                .single();
    }

    private static JsonNode ok(HubClient.Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private static String code(HubClient.Reply reply) {
        return reply.body().path("code").asText();
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
