package cn.zrzy.hub.blackbox;

import static cn.zrzy.hub.blackbox.ApiDoorTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives at the API is refused by name, and nothing is stored that cannot be shown. */
class MalformedApiTests {

    private static final String PLAN = "{\"year\": 2026, \"name\": \"%s\", \"items\": [{\"itemCode\": \"NRP-01\"}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                | 400 | E-API-EMPTY
            ` `                                               | 400 | E-API-EMPTY
            null                                              | 400 | E-API-OBJECT
            []                                                | 400 | E-API-OBJECT
            "text"                                            | 400 | E-API-OBJECT
            {                                                 | 400 | E-API-JSON
            {"year": 2026, "year": 2027, "name": "a"}         | 400 | E-API-JSON
            {"year": 2026, "name": "a"} {}                    | 400 | E-API-TRAILING
            {"year": 2026, "name": "a"} x                     | 400 | E-API-JSON
            {"year": 2026.9, "name": "a"}                     | 400 | E-API-JSON
            {"year": null, "name": "a"}                       | 422 | E-PLAN-YEAR
            {"year": 1e99, "name": "a"}                       | 400 | E-API-JSON
            {"year": 123456789012345678901234, "name": "a"}   | 400 | E-API-NUMBER
            {"year": 2026, "name": "a", "items": [null]}      | 400 | E-API-NULL
            {"year": 2026, "name": "a", "other": 1}           | 400 | E-API-JSON
            {"year": 2026, "name": "a\\u0000b"}               | 400 | E-API-TEXT
            {"year": 2026, "name": "a\\u001bb"}               | 400 | E-API-TEXT
            {"year": 2026, "name": "a\\ud800b"}               | 400 | E-API-TEXT
            {"year": 2026, "name": "a\\uffffb"}               | 400 | E-API-TEXT
            {"year": 2026, "na\\u0000me": "a"}                | 400 | E-API-TEXT
            """)
    void eachFaultHasItsCode(String body, int status, String code) {
        assertProblem(RawCall.post("/api/plans").as("office").body(body).send(), status, code);
    }

    @Test
    void otherEncodingsAreRefused() {
        String plan = PLAN.formatted("年度计划");
        for (Charset charset : List.of(
                Charset.forName("GB18030"),
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32"))) {
            assertProblem(
                    RawCall.post("/api/plans")
                            .as("office")
                            .body(plan.getBytes(charset))
                            .send(),
                    400,
                    "E-API-CHARSET");
        }
        assertProblem(RawCall.post("/api/plans").as("office").body("{\u0000}").send(), 400, "E-API-CHARSET");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/json;charset=GBK", "nonsense", ","})
    void anotherContentTypeIsRefused(String type) {
        assertProblem(
                RawCall.post("/api/plans")
                        .as("office")
                        .with("Content-Type", type)
                        .body(PLAN.formatted("a"))
                        .send(),
                415,
                "E-API-TYPE");
    }

    /** What the filters do not take for the API must not be the API for those behind them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/operator/nights/today",
                "//api/operator/nights/today",
                "/%61%70%69/plans",
                "/api;x=1/plans"
            })
    void theApiUnderAnotherSpellingIsNoWayRoundItsFilters(String path) {
        assertProblem(
                RawCall.post(path)
                        .as(path.contains("operator") ? "limin" : "zhoumin")
                        .with("X-Operator", null)
                        .body("{}")
                        .send(),
                400,
                "E-API-PATH");
    }

    @Test
    void aQuestionBringsNoContent() {
        assertProblem(RawCall.get("/api/openapi.json").body("a".repeat(1000)).send(), 400, "E-BODY-UNASKED");
    }

    @Test
    void everyTextHasALimit() {
        HttpResponse<String> answer = RawCall.post("/api/plans")
                .as("office")
                .body(PLAN.formatted("长".repeat(201)))
                .send();
        assertProblem(answer, 400, "E-API-LENGTH");
        assertThat(RawCall.json(answer).path("field").asText()).isEqualTo("name");
        assertProblem(
                RawCall.post("/api/plans")
                        .as("office")
                        .body(PLAN.formatted("a".repeat(5_000_000)))
                        .send(),
                413,
                "E-BODY-LARGE");
    }

    @ParameterizedTest
    @CsvSource({"%zz", "%E6%9D", "%C0%AF", "%ED%A0%80", "%00", "a%0Ab", "%3Cscript%3E", "%22x%22"})
    void aNameThatIsNoneIsRefused(String header) {
        for (String path : List.of("/api/plans", "/api/schemes", "/api/findings")) {
            assertProblem(
                    RawCall.post(path)
                            .as("office")
                            .with("X-Operator", header)
                            .body("{}")
                            .send(),
                    400,
                    "E-API-OPERATOR");
        }
        assertProblem(
                RawCall.post("/api/plans")
                        .as("office")
                        .with("X-Operator", "a".repeat(7000))
                        .body("{}")
                        .send(),
                400,
                "E-API-OPERATOR");
    }

    @Test
    void aNumberInTheAddressHasToBeOne() {
        assertProblem(
                RawCall.post("/api/draws/x/corrections/abc/approve")
                        .as("zhoumin")
                        .body("{\"document\": \"批1\"}")
                        .send(),
                400,
                "E-API-VALUE");
    }

    /** Every verb of the contract against every kind of nonsense: never our fault, always a code. */
    @Test
    void noVerbAnswersNonsenseWithAnErrorOfOurOwn() {
        JsonNode paths = RawCall.json(RawCall.get("/api/openapi.json").send()).path("paths");
        Map<String, String> wrong = new LinkedHashMap<>();
        List<String> bodies = new ArrayList<>(List.of("", "null", "[null]", "{}", "[]", "{\"items\": [null]}", "1"));
        bodies.addAll(fieldNonsense());
        paths.fields().forEachRemaining(path -> {
            String filled = path.getKey().replaceAll("\\{[^}]+}", "x'x");
            if (path.getValue().has("get")) {
                note(wrong, filled, "", RawCall.get(filled));
            }
            if (path.getValue().has("post")) {
                bodies.forEach(
                        body -> note(wrong, filled, body, RawCall.post(filled).body(body)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Each field that any document has, with values of the wrong kind; a verb that does not know it says so. */
    private static List<String> fieldNonsense() {
        List<String> bodies = new ArrayList<>();
        for (String field : List.of(
                "planNo",
                "items",
                "itemSeqs",
                "drawOn",
                "document",
                "name",
                "value",
                "kind",
                "staffNo",
                "reason",
                "receiptNo",
                "taskNo",
                "decision",
                "draw")) {
            for (String value : List.of("null", "1", "{}", "[]", "\"\"", "[{}]", "\"+999999999-01-01\"", "[99999]")) {
                bodies.add("{\"%s\": %s}".formatted(field, value));
            }
        }
        bodies.add("{\"year\": 2026, \"name\": \"a\", \"items\": [{}]}");
        bodies.add("{\"year\": 2026, \"name\": \"a\", \"planNo\": \"\", \"items\": [{\"itemCode\": \"NRP-01\"}]}");
        bodies.add("{\"name\": \"x\", \"value\": \"y\", \"witness\": \"z\", \"origin\": \"o\", \"evidence\": \"\"}");
        return bodies;
    }

    private static void note(Map<String, String> wrong, String path, String body, RawCall call) {
        String account = path.startsWith("/api/operator") ? "limin" : "zhoumin";
        HttpResponse<String> answer = call.as(account).send();
        boolean refused = answer.statusCode() >= 400
                && answer.statusCode() < 500
                && !RawCall.code(answer).isEmpty()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        boolean harmless = answer.statusCode() == 200;
        if (!refused && !harmless) {
            wrong.put(path + " " + body, answer.statusCode() + " " + answer.body());
        }
    }
}
