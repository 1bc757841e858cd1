package cn.zrzy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three partners that are met over HTTP: what they let in, do once, refuse, and pretend. */
class PartnerTests {

    private static final String PLAN = """
            {"planCode":"XC-2026-P01","planYear":2026,"planName":"许昌市自然资源和规划局2026年度抽查计划","version":1,
             "approvedAt":"2026-01-15T10:00:00+08:00","items":[{"seq":1,"itemCode":"NRP-01","itemName":"测绘资质巡查",
             "objectType":"测绘资质单位","itemClass":"一般","ratioBp":2000,"frequency":"1次/年","period":"2026-03至2026-10",
             "leadDept":"测绘地理信息科","partnerDepts":["市市场监督管理局"]}]}""";
    private static final String RESULT = """
            {"findingNo":"XC-2026-F0001","version":1,"planCode":"XC-2026-P01","schemeCode":"XC-2026-P01-S01",
             "objectId":"91411002MA9KRX025C","objectName":"许昌某测绘有限公司","resultCodes":["1"],"checkDate":"2026-06-10",
             "checkers":[{"name":"张伟","certNo":"16110020001"},{"name":"李娜","certNo":"16110020002"}],
             "method":["1","2"],"withheld":false}""";
    private static final String ARTICLE = """
            {"sourceKey":"plan:XC-2026-P01","column":"抽查计划","title":"2026年度双随机抽查计划","bodyHtml":"<p>测绘</p>",
             "publishDate":"2026-01-16"}""";
    private static final String PENALTY = """
            {"CF_XDR_MC":"许昌某测绘有限公司","CF_XDR_LB":"法人及非法人组织","CF_XDR_SHXYM":"91411002MA9KRX025C",
             "CF_WSH":"许自然资罚字〔2026〕12号","CF_WFXW":"拒不配合监督检查","CF_SY":"拒绝提供资料","CF_YJ":"测绘法第四十九条",
             "CF_CFLB":"警告","CF_NR":"给予警告","CF_JDRQ":"2026-06-20","CF_YXQ":"2027-06-20","CF_GSJZQ":"2027-06-20",
             "CF_CFJG":"许昌市自然资源和规划局","CF_CFJGDM":"11411000MB1F41107T","CF_SJLY":"许昌市自然资源和规划局",
             "CF_SJLYDM":"11411000MB1F41107T"}""";

    @TempDir
    static Path folder;

    private static Child child;

    @BeforeAll
    static void start() throws IOException {
        child = Child.start("SandboxApplication", folder, 3, "province", "portal", "credit");
    }

    @AfterAll
    static void stop() {
        child.close();
    }

    @BeforeEach
    void fresh() throws Exception {
        for (String agency : new String[] {"province", "portal", "credit"}) {
            child.mood(agency, "calm", 0);
            child.send(child.request(agency, "/sim/" + agency + "/received").DELETE());
        }
    }

    private static String signature(String agency, String line, String body, long at, String nonce) {
        String text = "xuchang\n" + at + "\n" + nonce + "\n" + line + "\n" + Sm3.of(body);
        return "HMAC-SM3 appId=\"xuchang\", timestamp=\"%d\", nonce=\"%s\", signature=\"%s\""
                .formatted(at, nonce, Sm3.hmac("s-" + agency + "-key", text));
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static HttpResponse<byte[]> post(String agency, String path, String key, String body) throws Exception {
        String auth = agency.equals("portal")
                ? "Bearer s-portal-token"
                : signature(agency, "POST " + path, body, now(), nonce());
        return post(agency, path, key, body, auth);
    }

    private static HttpResponse<byte[]> post(String agency, String path, String key, String body, String auth)
            throws Exception {
        HttpRequest.Builder request =
                child.request(agency, path).header("Authorization", auth).POST(BodyPublishers.ofString(body));
        return child.send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    private static JsonNode body(HttpResponse<byte[]> response) throws IOException {
        return Child.JSON.readTree(response.body());
    }

    private static String refusal(String path, String body) throws Exception {
        HttpResponse<byte[]> response = post("province", path, "refused-key-" + nonce(), body);
        assertThat(response.statusCode()).isEqualTo(422);
        return body(response).path("code").asText();
    }

    @Test
    void theProvinceTakesAPlanOnceAndKnowsItAgain() throws Exception {
        JsonNode first =
                body(post("province", "/province/plans", "plan-key:1", PLAN)).path("data");
        assertThat(first.path("digest").asText()).isEqualTo(Sm3.of(PLAN));
        assertThat(first.path("idempotencyKey").asText()).isEqualTo("plan-key:1");
        assertThat(first.path("duplicate").asBoolean()).isFalse();
        JsonNode again =
                body(post("province", "/province/plans", "plan-key:1", PLAN)).path("data");
        assertThat(again.path("duplicate").asBoolean()).isTrue();
        assertThat(again.path("receiptNo")).isEqualTo(first.path("receiptNo"));
        HttpResponse<byte[]> other = post("province", "/province/plans", "plan-key:1", PLAN.replace("巡查", "检查"));
        assertThat(other.statusCode()).isEqualTo(409);
        JsonNode asked = body(child.send(child.request("province", "/province/receipts?key=plan-key:1")
                        .header("Authorization", signature("province", "GET /province/receipts", "", now(), nonce()))))
                .path("data");
        assertThat(asked.path("receiptNo")).isEqualTo(first.path("receiptNo"));
        JsonNode effects = child.received("province").path("effects");
        assertThat(effects).hasSize(1);
        assertThat(effects.get(0).path("times").asInt()).isEqualTo(1);
    }

    @Test
    void theProvinceLetsNobodyInWithoutAFreshSignature() throws Exception {
        String nonce = nonce();
        String good = signature("province", "POST /province/plans", PLAN, now(), nonce);
        assertThat(post("province", "/province/plans", "key-abcdef", PLAN + " ", good)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("province", "/province/plans", "key-abcdef", PLAN, good).statusCode())
                .isEqualTo(200);
        assertThat(body(post("province", "/province/plans", "key-abcdef", PLAN, good))
                        .path("code")
                        .asText())
                .isEqualTo("E-NONCE");
        String old = signature("province", "POST /province/plans", PLAN, now() - 301, nonce());
        assertThat(body(post("province", "/province/plans", "key-abcdef", PLAN, old))
                        .path("code")
                        .asText())
                .isEqualTo("E-TIME");
        assertThat(post("province", "/province/plans", "", PLAN).statusCode()).isEqualTo(400);
    }

    @Test
    void theProvinceIsStrictAboutFieldsAndOrder() throws Exception {
        assertThat(refusal("/province/results", RESULT)).isEqualTo("E-ORDER");
        post("province", "/province/plans", "plan-key:2", PLAN);
        assertThat(post("province", "/province/results", "result-key:1", RESULT).statusCode())
                .isEqualTo(200);
        assertThat(refusal("/province/results", RESULT.replace("[\"1\"]", "[\"R01\"]")))
                .isEqualTo("E-1004");
        assertThat(refusal("/province/results", RESULT.replace("0002\"", "0001\"")))
                .isEqualTo("E-1042");
        assertThat(refusal("/province/plans", PLAN.replace("\"planYear\":2026,", "")))
                .isEqualTo("E-1001");
        assertThat(refusal("/province/plans", PLAN.replace("\"version\":1", "\"version\":\"1\"")))
                .isEqualTo("E-1002");
        assertThat(refusal("/province/plans", PLAN.replace("\"seq\"", "\"x\":1,\"seq\"")))
                .isEqualTo("E-1006");
        assertThat(child.received("province").path("effects")).hasSize(2);
    }

    @Test
    void moodsOfAPartner() throws Exception {
        child.mood("province", "down", 0);
        assertThatThrownBy(() -> post("province", "/province/plans", "mood-key:1", PLAN))
                .isInstanceOf(IOException.class);
        child.mood("province", "garbage", 1);
        HttpResponse<byte[]> page = post("province", "/province/plans", "mood-key:1", PLAN);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<form");
        child.mood("province", "rejecting", 1);
        assertThat(refusal("/province/plans", PLAN)).isEqualTo("E-1042");
        assertThat(child.received("province").path("effects")).isEmpty();
        child.mood("province", "answer-lost", 1);
        assertThatThrownBy(() -> post("province", "/province/plans", "mood-key:1", PLAN))
                .isInstanceOf(IOException.class);
        assertThat(child.received("province").path("effects")).hasSize(1);
        child.mood("province", "duplicate", 1);
        JsonNode twice =
                body(post("province", "/province/plans", "mood-key:2", PLAN)).path("data");
        assertThat(twice.path("duplicate").asBoolean()).isTrue();
        child.mood("province", "slow", 1);
        long start = System.nanoTime();
        post("province", "/province/plans", "mood-key:2", PLAN);
        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
        child.received("province")
                .path("effects")
                .forEach(effect -> assertThat(effect.path("times").asInt()).isEqualTo(1));
    }

    @Test
    void thePortalPublishesCorrectsAndRefusesWhatMustNotBePublic() throws Exception {
        JsonNode answer = body(post("portal", "/portal/articles", "article-key:1", ARTICLE));
        String page = answer.path("url").asText().replaceFirst("http://[^/]+", "");
        assertThat(html(page)).contains("2026年度双随机抽查计划", "<p>测绘</p>").doesNotContain("已更正");
        String corrected = ARTICLE.replace("测绘", "土地");
        JsonNode second = body(post("portal", "/portal/articles", "article-key:2", corrected));
        assertThat(second.path("articleId")).isEqualTo(answer.path("articleId"));
        assertThat(html(page)).contains("<p>土地</p>", "已更正");
        assertThat(html("/portal/")).contains("抽查计划", page);
        String[][] unfit = {
            {"<p onclick='x()'>", "E-2006"}, {"411002198503071238", "E-2007"}, {"电话13837400001", "E-2007"}
        };
        for (String[] bad : unfit) {
            HttpResponse<byte[]> refused =
                    post("portal", "/portal/articles", "article-key:3", ARTICLE.replace("<p>测绘</p>", bad[0]));
            assertThat(body(refused).path("code").asText()).isEqualTo(bad[1]);
        }
        assertThat(post("portal", "/portal/articles", "article-key:4", ARTICLE, "Bearer x")
                        .statusCode())
                .isEqualTo(401);
    }

    private static String html(String path) throws Exception {
        return new String(child.send(child.request("portal", path)).body(), StandardCharsets.UTF_8);
    }

    @Test
    void theCreditPlatformChecksCodesConditionsAndDates() throws Exception {
        JsonNode data =
                body(post("credit", "/credit/records", "credit-key:1", PENALTY)).path("data");
        assertThat(data.path("recordId").asText()).startsWith("CF");
        assertThat(data.path("digest").asText()).isEqualTo(Sm3.of(PENALTY));
        String[][] bad = {
            {"91411002MA9KRX025C", "91411002MA9KRX025D", "E-3010"},
            {"\"CF_CFLB\":\"警告\"", "\"CF_CFLB\":\"警告、罚款\"", "E-3011"},
            {"\"CF_CFLB\":\"警告\"", "\"CF_CFLB\":\"训斥\"", "E-3004"},
            {"\"CF_GSJZQ\":\"2027-06-20\"", "\"CF_GSJZQ\":\"2030-06-20\"", "E-3012"}
        };
        for (String[] change : bad) {
            HttpResponse<byte[]> refused =
                    post("credit", "/credit/records", "credit-key:2", PENALTY.replace(change[0], change[1]));
            assertThat(body(refused).path("resultCode").asText()).isEqualTo(change[2]);
        }
    }

    @Test
    void oneFirmsNameWithAnotherFirmsCodeIsRefusedByEverybody() throws Exception {
        String other = "91411081MA9KRX818F";
        HttpResponse<byte[]> refused =
                post("credit", "/credit/records", "credit-key:3", PENALTY.replace("91411002MA9KRX025C", other));
        assertThat(body(refused).path("resultCode").asText()).isEqualTo("E-3013");
        post("province", "/province/plans", "plan-key:3", PLAN);
        assertThat(refusal("/province/results", RESULT.replace("91411002MA9KRX025C", other)))
                .isEqualTo("E-1042");
    }

    @Test
    void aRecordIsCorrectedAndWithdrawnUnderItsOwnNumber() throws Exception {
        JsonNode first =
                body(post("credit", "/credit/records", "credit-key:4", PENALTY)).path("data");
        JsonNode second = body(post("credit", "/credit/records", "credit-key:5", PENALTY.replace("拒绝提供资料", "拒绝提供材料")))
                .path("data");
        assertThat(second.path("recordId")).isEqualTo(first.path("recordId"));
        assertThat(second.path("revision").asInt()).isEqualTo(2);
        String withdrawal = """
                {"CF_XDR_MC":"许昌某测绘有限公司","CF_XDR_SHXYM":"91411002MA9KRX025C","CF_WSH":"许自然资罚字[2026]12号",
                 "CX_YY":"处罚决定已撤销","CX_RQ":"2026-07-01"}""";
        assertThat(body(post("credit", "/credit/records", "credit-key:6", withdrawal))
                        .path("data")
                        .path("recordId"))
                .isEqualTo(first.path("recordId"));
        JsonNode matters = child.received("credit").path("matters");
        assertThat(matters).hasSize(1);
        assertThat(matters.get(0).path("times").asInt()).isEqualTo(3);
        assertThat(matters.get(0).path("standing").asBoolean()).isFalse();
    }

    @Test
    void aPageThatWasWithdrawnIsGoneAndSaysSo() throws Exception {
        String page = body(post("portal", "/portal/articles", "article-key:7", ARTICLE))
                .path("url")
                .asText()
                .replaceFirst("http://[^/]+", "");
        String withdrawal = """
                {"sourceKey":"plan:XC-2026-P01","withdraw":"依照有关规定不再公开","withdrawDate":"2026-07-01"}""";
        assertThat(post("portal", "/portal/articles", "article-key:8", withdrawal)
                        .statusCode())
                .isEqualTo(200);
        assertThat(child.send(child.request("portal", page)).statusCode()).isEqualTo(410);
        assertThat(html(page)).contains("已撤下").doesNotContain("2026年度双随机抽查计划");
        assertThat(html("/portal/")).doesNotContain(page);
        post("portal", "/portal/articles", "article-key:9", ARTICLE);
        assertThat(html(page)).as("published again").contains("2026年度双随机抽查计划");
    }

    @Test
    void whatWasDoneIsRememberedAfterAPowerCut() throws Exception {
        JsonNode first =
                body(post("province", "/province/plans", "cut-key:1", PLAN)).path("data");
        stop();
        start();
        JsonNode again =
                body(post("province", "/province/plans", "cut-key:1", PLAN)).path("data");
        assertThat(again.path("receiptNo")).isEqualTo(first.path("receiptNo"));
        assertThat(again.path("duplicate").asBoolean()).isTrue();
        JsonNode effects = child.received("province").path("effects");
        assertThat(effects.get(0).path("times").asInt()).isEqualTo(1);
        assertThat(effects.get(0).path("repeats").asInt()).isEqualTo(1);
    }
}
