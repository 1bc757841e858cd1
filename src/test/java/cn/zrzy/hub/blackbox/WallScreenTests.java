package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.console.Visitor;
import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen on the wall: whoever has its link sees the desk without names, and that is all the link is good for. */
class WallScreenTests {

    private static final BlackBoxHub HUB = BlackBoxHub.running();
    private static final HubSql SQL = new HubSql(HUB.process());
    private static final String FIRM = "许昌墙上测绘有限公司";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static WebClient admin;
    private static String path;

    @BeforeAll
    static void aLink() {
        admin = ConsolePeople.ofTheBlackBox().admin();
        path = link("值班室东墙");
    }

    private static String link(String place) {
        String page = admin.submit(
                        "/accounts/walls",
                        "/accounts/walls",
                        Map.of("name", place, "days", "30", "current", ConsolePeople.PASSWORD, "reason", "装大屏"))
                .body();
        int begin = page.indexOf("/wall/hubwall_");
        assertThat(begin).as(page).isPositive();
        return page.substring(begin, page.indexOf('"', begin));
    }

    @AfterEach
    void gone() {
        SQL.update("delete from delivery.dispatch where cause_code = 'E-WALLED'");
    }

    @Test
    void showsTheDeskAndNoName() {
        SQL.update("""
                insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                    idempotency_key, state, trace_id, owner, parked_at, cause_code, cause)
                values ('refer-record-to-credit', 'credit', 1, true, 'inspection.finding-recorded', 'W@' || clock_timestamp(),
                    'W', 'W-' || gen_random_uuid(), ?, gen_random_uuid()::text, 'PARKED', repeat('b', 32), '监管科',
                    now(), 'E-WALLED', ?)""", FIRM + "的处罚", FIRM + "查无此户，联系人李敏");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> get(path + "/board").body().contains("信用平台有 1 件报送转人工"));
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("值班大屏", "须处理", "对接单位")
                .doesNotContain(FIRM, "李敏", "监管科", "查无此户", "<form", "<a ", "_csrf");
        assertThat(page.headers().allValues("Set-Cookie"))
                .as("nobody is logged in")
                .isEmpty();
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void cannotAct(String method) {
        for (String at : List.of(path, path + "/board", path + "/acts", path + "/anything")) {
            assertThat(send(method, at, Map.of()).statusCode())
                    .as(method + " " + at)
                    .isEqualTo(405);
        }
    }

    @Test
    void opensNoOtherPageAndNoCallOfTheApi() {
        String token = path.substring("/wall/".length());
        Map<String, String> shown = Map.of(
                "Authorization",
                "Bearer " + token,
                "Cookie",
                "HUBSESSION=" + token,
                "Referer",
                HUB.process().url() + path);
        for (String page : List.of("/ops", "/messages", "/accounts", "/acts/take-watch?of=desk", "/find?q=a")) {
            HttpResponse<String> answer = send("GET", page, shown);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).as(page).contains("/login");
        }
        assertThat(send("GET", "/api/operator/problems", shown).statusCode()).isEqualTo(401);
        assertThat(send("GET", path + "/ops", Map.of()).statusCode()).isEqualTo(405);
        assertThat(send("GET", path + "/../../ops", Map.of()).statusCode()).isIn(302, 400, 405);
        assertThat(send("GET", "/actuator/health", shown).statusCode()).isNotEqualTo(200);
    }

    @Test
    void whatIsNoLinkOrNoneAnyMoreShowsNothing() {
        for (String at : List.of("/wall", "/wall/", "/wall/hubwall_guess", "/wall/hubwall_guess/board", "/wall/x")) {
            HttpResponse<String> answer = get(at);
            assertThat(answer.statusCode()).as(at).isEqualTo(404);
            assertThat(answer.body())
                    .as(at)
                    .contains("E-WALL-UNKNOWN", "大屏链接不存在")
                    .doesNotContain("待处理");
        }
        String expired = link("门厅");
        SQL.update("update console.wall set expires_at = now() where name = '门厅'");
        assertThat(get(expired).statusCode()).isEqualTo(404);
        String revoked = link("走廊");
        assertThat(get(revoked).statusCode()).isEqualTo(200);
        Object no =
                SQL.rows("select no from console.wall where name = '走廊'").get(0).get("no");
        admin.submit("/accounts/walls", "/accounts/walls/" + no + "/revoke", Map.of("reason", "换屏"));
        assertThat(get(revoked).statusCode()).isEqualTo(404);
        assertThat(get(revoked + "/board").statusCode()).isEqualTo(404);
        assertThat(SQL.rows(
                        "select 1 from audit.entry where action = 'console.wall-revoked' and object_key = ? and actor"
                                + " = 'chenwei'",
                        no.toString()))
                .hasSize(1);
    }

    @Test
    void onlyTheAdministratorMakesOneAndNobodyKeepsIt() throws IOException {
        String token = path.substring("/wall/".length());
        get(path);
        get(path + "x");
        WebClient lead = ConsolePeople.ofTheBlackBox().letIn("wallead", "LEAD");
        assertThat(lead.get("/accounts/walls").statusCode()).isEqualTo(403);
        assertThat(admin.submit(
                                "/accounts/walls",
                                "/accounts/walls",
                                Map.of("name", "偷看", "days", "30", "current", "wrong", "reason", "试"))
                        .body())
                .contains("E-ACCOUNT")
                .doesNotContain("hubwall_");
        assertThat(admin.get("/accounts/walls").body()).contains("值班室东墙").doesNotContain(token);
        assertThat(SQL.rows("select 1 from console.wall where digest = ? or name = ?", token, token))
                .isEmpty();
        assertThat(SQL.rows("select 1 from audit.entry where action = 'console.wall-made' and object_key = '值班室东墙'"))
                .isNotEmpty();
        assertThat(SQL.rows(
                        "select 1 from audit.entry where concat(object_key, before_state, after_state, reason) like ?",
                        "%" + token + "%"))
                .isEmpty();
        assertThat(HUB.process().log()).doesNotContain(token);
        assertThat(Files.readString(HUB.process().data().resolve("logs/hub.json")))
                .doesNotContain(token);
    }

    @Test
    void refreshesByItselfAndSaysInBigLettersWhenItIsOld() throws Exception {
        try (Visitor visitor = new Visitor(HUB.process().url(), 1920, 1080)) {
            visitor.page.clock().install();
            visitor.visit(path);
            visitor.inspect("wall");
            visitor.picture(Path.of("target/screenshots/wall.png"), true);
            assertThat(visitor.page.evaluate("document.documentElement.scrollHeight > innerHeight"))
                    .isEqualTo(false);
            visitor.page.waitForResponse("**/board", () -> visitor.page.clock().runFor(11_000));
            assertThat(visitor.page.locator("[data-testid=wall-stale]").isVisible())
                    .isFalse();
            assertThat(visitor.complaints).isEmpty();

            visitor.page.route("**/board", Route::abort);
            visitor.page.clock().runFor(75_000);
            assertThat(visitor.page.locator("[data-testid=wall-stale]").isVisible())
                    .isTrue();
            assertThat((Double) visitor.page.evaluate(
                            "parseFloat(getComputedStyle(document.querySelector('#stale b')).fontSize) + 0.5"))
                    .as("big letters")
                    .isGreaterThan(48);
            visitor.picture(Path.of("target/screenshots/wall-stale.png"), true);

            visitor.page.unroute("**/board");
            visitor.page.waitForResponse("**/board", () -> visitor.page.clock().runFor(21_000));
            visitor.page.clock().runFor(2_000);
            assertThat(visitor.page.locator("[data-testid=wall-stale]").isVisible())
                    .as("it comes back by itself")
                    .isFalse();
        }
    }

    private static HttpResponse<String> get(String at) {
        return send("GET", at, Map.of());
    }

    private static HttpResponse<String> send(String method, String at, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(HUB.process().url() + at))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
