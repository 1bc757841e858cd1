package cn.zrzy.hub.blackbox;

import static cn.zrzy.hub.blackbox.ApiDoorTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides anything is done by a person's account: her token at the API, its limits and its end. */
class PersonalTokenTests {

    private static final String PLAN =
            "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}";
    private static final String PAPER = "{\"document\": \"批1\"}";
    private static final Pattern MADE = Pattern.compile("value=\"(hubpt_[^\"]+)\"");

    private static ConsolePeople people;
    private static HubSql sql;

    @BeforeAll
    static void open() {
        people = ConsolePeople.ofTheBlackBox();
        sql = new HubSql(BlackBoxHub.running().process());
    }

    @Test
    void itIsShownOnceAndKeptAsADigestOnly() {
        WebClient person = people.letIn("token.once", "OFFICE");
        String token = token(person, "命令行", 30, false);
        assertThat(person.get("/tokens").body()).contains("命令行", "有效").doesNotContain(token);
        assertThat(sql.rows("select * from console.personal_token where username = 'token.once'")
                        .toString())
                .contains("命令行")
                .doesNotContain(token);
        assertThat(sql.rows("select * from audit.entry where actor = 'token.once'")
                        .toString())
                .contains("console.token-made")
                .doesNotContain(token);
    }

    @Test
    void whatIsDoneWithItIsDoneByThePersonWhateverTheHeaderSays() {
        String author = token(people.letIn("token.author", "OFFICE"), "编制", 30, false);
        String head = token(people.letIn("token.head", "OFFICE"), "审批", 30, false);
        String planNo = RawCall.json(call("/api/plans", author).body(PLAN).send())
                .path("planNo")
                .asText();
        assertProblem(
                call("/api/plans/" + planNo + "/approve", author)
                        .with("X-Operator", "%E4%BD%95%E5%BB%BA%E5%9B%BD")
                        .body(PAPER)
                        .send(),
                422,
                "E-PLAN-SELF");
        assertThat(call("/api/plans/" + planNo + "/approve", head)
                        .with("X-Operator", null)
                        .body(PAPER)
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertThat(sql.rows("select asked_by, decided_by from plan.four_eyes where thing = ?", "PLAN:" + planNo + "@1"))
                .containsExactly(Map.of("asked_by", "token.author", "decided_by", "token.head"));
        assertThat(sql.rows("select author, approver from plan.plan where plan_no = ?", planNo))
                .containsExactly(Map.of("author", "人员token.author", "approver", "人员token.head"));
        assertThat(sql.rows(
                        "select actor from audit.entry where action = 'plan.approved' and object_key = ?",
                        planNo + "@1"))
                .containsExactly(Map.of("actor", "token.head"));
    }

    /** The names were typed; now it is the machine that is refused, whatever it types. */
    @ParameterizedTest
    @CsvSource({
        "office, /api/plans/x/approve",
        "office, /api/schemes/x/withdraw",
        "office, /api/draws/x/reveals",
        "office, /api/draws/x/abandonments/approve",
        "office, /api/draws/x/corrections",
        "office, /api/recusals",
        "operator, /api/operator/acts/start-night/today",
        "operator, /api/operator/acts/pause-partner/credit",
        "operator, /api/operator/jobs",
        "operator, /api/operator/acts/close-by-hand/x",
    })
    void aMachineDecidesNothing(String machine, String path) {
        assertProblem(RawCall.post(path).as(machine).body("{}").send(), 403, "E-AUTH-PERSON");
        assertThat(sql.rows("select result from audit.entry where after_state = ?", "POST " + path)
                        .toString())
                .contains("E-AUTH-PERSON");
    }

    @Test
    void aTokenThatMayOnlyLookChangesNothing() {
        String token = token(people.letIn("token.looker", "OPERATOR"), "大屏", 30, true);
        assertThat(get("/api/operator/partners", token).statusCode()).isEqualTo(200);
        assertProblem(
                call("/api/operator/acts/start-night/today", token).body("{}").send(), 403, "E-AUTH-READ");
        assertProblem(call("/api/plans", token).body(PLAN).send(), 403, "E-AUTH-403");
    }

    @Test
    void itEndsWhenItsOwnerSaysSo() {
        WebClient person = people.letIn("token.ender", "OPERATOR");
        String token = token(person, "旧电脑", 30, false);
        String no = sql.rows("select no from console.personal_token where username = 'token.ender'")
                .get(0)
                .get("no")
                .toString();
        assertThat(get("/api/operator/partners", token).statusCode()).isEqualTo(200);
        assertThat(person.get("/tokens").body()).contains("127.0.0.1");
        person.submit("/tokens", "/tokens/" + no + "/revoke", Map.of("reason", "电脑交回"));
        assertProblem(get("/api/operator/partners", token), 401, "E-AUTH-401");
        String other = people.letIn("token.other", "OPERATOR")
                .submit("/tokens", "/tokens", wish("别人的", "30", true))
                .body();
        assertThat(other).contains("hubpt_");
        Map<String, String> again =
                new HashMap<>(WebClient.hidden(person.get("/tokens").body(), "/tokens"));
        again.put("reason", "再来一次");
        assertThat(person.post("/tokens/" + no + "/revoke", again).statusCode())
                .as("the form of another button")
                .isEqualTo(409);
    }

    @Test
    void itEndsWithThePasswordAndWithTheAccountForGood() {
        WebClient person = people.letIn("token.mover", "OPERATOR");
        String first = token(person, "一", 30, false);
        String next = "Copper-Willow-63";
        person.submit(
                "/password", "/password", Map.of("current", ConsolePeople.PASSWORD, "next", next, "repeated", next));
        assertProblem(get("/api/operator/partners", first), 401, "E-AUTH-401");
        String second = made(person.submit("/tokens", "/tokens", wish("二", "30", false, next)));
        assertThat(get("/api/operator/partners", second).statusCode()).isEqualTo(200);
        people.enable("token.mover", false);
        assertProblem(get("/api/operator/partners", second), 401, "E-AUTH-401");
        people.enable("token.mover", true);
        assertProblem(get("/api/operator/partners", second), 401, "E-AUTH-401");
    }

    @Test
    void itEndsOnItsDay() {
        String token = token(people.letIn("token.late", "OPERATOR"), "短期", 1, false);
        assertThat(get("/api/operator/partners", token).statusCode()).isEqualTo(200);
        sql.update("update console.personal_token set expires_at = now() where username = 'token.late'");
        assertProblem(get("/api/operator/partners", token), 401, "E-AUTH-401");
    }

    @Test
    void whatCannotBeATokenIsRefusedWithItsCode() {
        WebClient person = people.letIn("token.maker", "OPERATOR");
        refused(person, wish(" ", "30", true), "E-TOKEN-NAME");
        refused(person, wish("长".repeat(31), "30", true), "E-TOKEN-NAME");
        refused(person, wish("太久", "91", true), "E-TOKEN-DAYS");
        refused(person, wish("没有", "0", true), "E-TOKEN-DAYS");
        refused(person, wish("捡到的会话", "30", true, "Not-Her-Password-1"), "E-TOKEN-PASSWORD");
        for (int i = 0; i < 10; i++) {
            token(person, "第" + i, 1, true);
        }
        refused(person, wish("第十一", "30", true), "E-TOKEN-MANY");
    }

    @Test
    void nobodyRevokesAnothersToken() {
        WebClient owner = people.letIn("token.owner", "OPERATOR");
        String token = token(owner, "本人的", 30, true);
        String no = sql.rows("select no from console.personal_token where username = 'token.owner'")
                .get(0)
                .get("no")
                .toString();
        WebClient thief = people.letIn("token.thief", "OPERATOR");
        String own = token(thief, "自己的", 30, true);
        String mine = sql.rows("select no from console.personal_token where username = 'token.thief'")
                .get(0)
                .get("no")
                .toString();
        Map<String, String> fields =
                new HashMap<>(WebClient.hidden(thief.get("/tokens").body(), "/tokens/" + mine + "/revoke"));
        fields.put("reason", "试试别人的");
        assertThat(thief.post("/tokens/" + no + "/revoke", fields).statusCode()).isEqualTo(409);
        assertThat(get("/api/operator/partners", token).statusCode()).isEqualTo(200);
        sql.update("update console.personal_token set revoked_at = now() where username = 'token.thief'");
        HttpResponse<String> gone = thief.post("/tokens/" + mine + "/revoke", fields);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("E-TOKEN-UNKNOWN");
        assertThat(own).isNotEqualTo(token);
    }

    /** Else a person could be taken for a machine in the trail. */
    @Test
    void nobodyIsCalledLikeAMachine() {
        for (String name : List.of("office", "operator", "ops", "system")) {
            assertThat(people.open(name, "OFFICE", ConsolePeople.PASSWORD).statusCode())
                    .isEqualTo(422);
        }
    }

    private static void refused(WebClient person, Map<String, String> wish, String code) {
        HttpResponse<String> answer = person.submit("/tokens", "/tokens", wish);
        assertThat(answer.statusCode()).as(code).isEqualTo(422);
        assertThat(answer.body()).contains(code);
    }

    private static String token(WebClient person, String name, int days, boolean readOnly) {
        return made(person.submit("/tokens", "/tokens", wish(name, Integer.toString(days), readOnly)));
    }

    private static String made(HttpResponse<String> page) {
        Matcher token = MADE.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private static Map<String, String> wish(String name, String days, boolean readOnly) {
        return wish(name, days, readOnly, ConsolePeople.PASSWORD);
    }

    private static Map<String, String> wish(String name, String days, boolean readOnly, String password) {
        return Map.of(
                "name", name,
                "days", days,
                "readOnly", Boolean.toString(readOnly),
                "current", password,
                "reason", "试验");
    }

    private static RawCall call(String path, String token) {
        return RawCall.post(path).with("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String path, String token) {
        return RawCall.get(path).with("Authorization", "Bearer " + token).send();
    }
}
