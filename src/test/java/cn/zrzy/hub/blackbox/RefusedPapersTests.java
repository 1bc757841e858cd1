package cn.zrzy.hub.blackbox;

import static cn.zrzy.hub.blackbox.ApiDoorTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan or a scheme with one thing wrong is refused by the rule that it breaks, and the office is told in which field. */
class RefusedPapersTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.now();
    private static final HubClient OFFICE = BlackBoxHub.running().api("周敏");
    private static String planNo;
    private static String schemeNo;

    @BeforeAll
    static void rightOnes() throws IOException {
        planNo = OFFICE.post("/api/plans", plan().toString())
                .body()
                .path("planNo")
                .asText();
        approve("/api/plans/" + planNo);
        schemeNo = OFFICE.post("/api/schemes", scheme().toString())
                .body()
                .path("schemeNo")
                .asText();
        assertThat(schemeNo).startsWith(planNo);
    }

    private static void approve(String paper) {
        assertThat(OFFICE.as("何建国")
                        .post(paper + "/approve", "{\"document\": \"许资规批〔2026〕9号\"}")
                        .status())
                .isEqualTo(200);
    }

    private static ObjectNode plan() throws IOException {
        return (ObjectNode) JSON.readTree("""
                {"year": %d, "name": "年度双随机抽查工作计划",
                 "items": [{"itemCode": "NRP-01", "ratioBp": 1000}, {"itemCode": "NRP-10", "ratioBp": 500}]}""".formatted(TODAY.getYear()));
    }

    private static ObjectNode scheme() throws IOException {
        return (ObjectNode)
                JSON.readTree("""
                {"planNo": "%s", "name": "测绘资质抽查", "itemSeqs": [1], "drawOn": "%s", "windowFrom": "%s", "windowTo": "%s",
                 "teamSize": 2}""".formatted(planNo, TODAY.plusDays(30), TODAY.plusDays(40), TODAY.plusDays(60)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            year   | 1999                                       | E-PLAN-YEAR    | year
            name   | " "                                        | E-PLAN-NAME    | name
            items  | []                                         | E-PLAN-EMPTY   | items
            planNo | "XC-2026-P99"                              | E-PLAN-UNKNOWN | planNo
            items  | [{"itemCode": "NRP-77"}]                   | E-PLAN-ITEM    | items[1].itemCode
            items  | [{"itemCode": "NRP-01", "ratioBp": 10001}] | E-PLAN-RATIO   | items[1].ratioBp
            items  | [{"itemCode": "NRP-01", "ratioBp": 0}]     | E-PLAN-RATIO   | items[1].ratioBp
            items  | [{"itemCode": "NRP-01", "ratioBp": 100}, {"itemCode": "NRP-01", "ratioBp": 100}] | E-PLAN-TWICE | items[2]
            """)
    void aPlan(String field, String value, String code, String place) throws IOException {
        refused("/api/plans", plan().set(field, JSON.readTree(value)), code, place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            planNo     | null         | E-SCHEME-PLAN  | planNo
            planNo     | "XC-1-P1"    | E-SCHEME-PLAN  | planNo
            name       | ""           | E-SCHEME-NAME  | name
            drawOn     | null         | E-SCHEME-DATE  | drawOn
            windowTo   | null         | E-SCHEME-DATE  | windowFrom
            windowFrom | "2026-01-01" | E-SCHEME-DATE  | windowFrom
            windowTo   | "2026-01-01" | E-SCHEME-DATE  | windowTo
            teamSize   | 1            | E-SCHEME-TEAM  | teamSize
            itemSeqs   | []           | E-SCHEME-ITEMS | itemSeqs
            itemSeqs   | [7]          | E-SCHEME-ITEMS | itemSeqs
            draw       | {"mode": "Q"} | E-SCHEME-TERMS | draw.mode
            draw       | {"openAt": "2099-01-01T09:00:00+08:00"} | E-SCHEME-TERMS | draw.openAt
            """)
    void aScheme(String field, String value, String code, String place) throws IOException {
        refused("/api/schemes", scheme().set(field, JSON.readTree(value)), code, place);
    }

    @Test
    void anApproval() throws IOException {
        String fresh = OFFICE.post("/api/plans", plan().toString())
                .body()
                .path("planNo")
                .asText();
        String paper = "{\"document\": \"许资规批〔2026〕9号\"}";
        approval("/api/plans/" + fresh + "/approve", "{\"document\": \"\"}", "E-PLAN-DOCUMENT");
        approval("/api/schemes/" + schemeNo + "/approve", "{}", "E-SCHEME-DOCUMENT");
        approval("/api/schemes/" + schemeNo + "/withdraw", "{}", "E-SCHEME-DOCUMENT");
        approval("/api/schemes/" + planNo + "-S99/approve", paper, "E-SCHEME-UNKNOWN");
        approval("/api/plans/XC-2026-P99/approve", paper, "E-PLAN-UNKNOWN");
        own("/api/plans/" + fresh, paper, "E-PLAN-SELF");
        own("/api/schemes/" + schemeNo, paper, "E-SCHEME-SELF");
        assertThat(OFFICE.post("/api/schemes/" + schemeNo + "/withdraw", paper).status())
                .isEqualTo(200);
        approval("/api/schemes/" + schemeNo + "/withdraw", paper, "E-SCHEME-FROZEN");
    }

    private static void approval(String path, String body, String code) {
        HttpResponse<String> answer =
                RawCall.post(path).as("hejianguo").body(body).send();
        assertProblem(answer, code.endsWith("-UNKNOWN") ? 404 : 422, code);
    }

    /** 周敏 wrote both papers. */
    private static void own(String paper, String body, String code) {
        HubClient.Reply reply = OFFICE.post(paper + "/approve", body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("code").asText()).isEqualTo(code);
    }

    private static void refused(String path, JsonNode paper, String code, String place) {
        HttpResponse<String> answer =
                RawCall.post(path).as("zhoumin").body(paper.toString()).send();
        assertProblem(answer, code.endsWith("-UNKNOWN") ? 404 : 422, code);
        assertThat(answer.body()).as("the field").contains("\"" + place + "\"");
    }
}
