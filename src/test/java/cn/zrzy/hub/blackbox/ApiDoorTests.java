package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What passes the API's door and what does not; also the proof that CVE-2026-85316 of camel-platform-http finds nothing here. */
class ApiDoorTests {

    /** Ours, the web server's and the security filters'. */
    private static final Set<String> LEAVING = Set.of(
            "content-type",
            "content-length",
            "transfer-encoding",
            "date",
            "connection",
            "keep-alive",
            "x-trace-id",
            "cache-control",
            "pragma",
            "expires",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "vary");

    @Test
    void noHeaderOfTheCallerComesBack() {
        for (HttpResponse<String> answer : List.of(
                loaded(RawCall.get("/api/operator/partners").as("operator")).send(),
                loaded(RawCall.get("/api/schemes/none").as("office")).send(),
                loaded(RawCall.post("/api/plans").as("office"))
                        .body("{\"year\": 1}")
                        .send(),
                loaded(RawCall.post("/api/plans").as("office")).body("{").send())) {
            assertThat(answer.headers().map().keySet())
                    .as("%s %s", answer.request().uri(), answer.statusCode())
                    .allMatch(name -> LEAVING.contains(name.toLowerCase(Locale.ROOT)));
            assertThat(answer.headers().map().toString()).doesNotContain("Bearer", "echo-me");
        }
    }

    private static RawCall loaded(RawCall call) {
        return call.with("X-Anything", "echo-me")
                .with("Cookie", "echo-me=1")
                .with("Accept", "application/json")
                .with("CamelHttpResponseCode", "299")
                .with("X-Operator", "%E6%9D%8E");
    }

    @Test
    void noHeaderOfTheCallerSteersARoute() {
        HttpResponse<String> answer = RawCall.get("/api/operator/nights/2026-11-01?date=nonsense&schemeNo=x")
                .as("operator")
                .with("date", "nonsense")
                .with("CamelHttpPath", "/etc")
                .with("CamelBeanMethodName", "toString")
                .send();
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheWebServerRefusesIsAProblemDocumentToo() {
        assertProblem(RawCall.get("/api/nothing").as("office").send(), 404, "E-API-PATH");
        assertProblem(RawCall.get("/api/plans/%00").as("office").send(), 400, "E-API-REQUEST");
        assertProblem(RawCall.get("/api/plans/a%2fb").as("office").send(), 400, "E-API-REQUEST");
        assertProblem(RawCall.get("/api/plans/a;b").as("office").send(), 400, "E-API-PATH");
        assertProblem(RawCall.get("/api/plans").as("office").send(), 405, "E-API-METHOD");
    }

    @Test
    void theCallerIsKnownToTheBooks() {
        String planNo = BlackBoxHub.running()
                .api("周敏")
                .post("/api/plans", "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\"}]}")
                .body()
                .path("planNo")
                .asText();
        assertThat(planNo).startsWith("XC-2026-P");
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(RawCall.code(answer)).isEqualTo(code);
        assertThat(RawCall.json(answer).path("title").asText()).isNotBlank();
    }
}
