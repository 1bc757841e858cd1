package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People at the console's door: whom it lets in, whom not any more, and what it tells strangers. */
class AccountDoorTests {

    private static ConsolePeople people;
    private static HubSql sql;
    private static String url;

    @BeforeAll
    static void open() {
        people = ConsolePeople.ofTheBlackBox();
        sql = new HubSql(BlackBoxHub.running().process());
        url = BlackBoxHub.running().process().url();
    }

    @Test
    void disablingAnAccountEndsItsSessionsWithTheNextRequest() {
        WebClient leaver = people.letIn("leaver", "OPERATOR");
        assertThat(leaver.get("/messages").statusCode()).isEqualTo(200);
        people.enable("leaver", false);
        assertThat(leaver.get("/messages").statusCode()).isEqualTo(302);
        people.enable("leaver", true);
        assertThat(leaver.get("/messages").statusCode())
                .as("what has ended does not begin again")
                .isEqualTo(302);
    }

    /** Another hub process of the same database is but another hand that writes there. */
    @Test
    void anAccountThatAnotherHubDisabledIsOutHereToo() {
        WebClient leaver = people.letIn("leaver2", "OPERATOR");
        assertThat(leaver.get("/ops").statusCode()).isEqualTo(200);
        sql.update("update console.account set enabled = false where username = 'leaver2'");
        assertThat(leaver.get("/ops").statusCode()).isEqualTo(302);
    }

    @Test
    void aNewPasswordEndsThePersonsOtherSessions() {
        WebClient here = people.letIn("mover", "OPERATOR");
        WebClient there = new WebClient(url);
        there.logIn("mover", ConsolePeople.PASSWORD);
        assertThat(here.get("/ops").body()).contains("href=\"/password\"");
        String next = "Copper-Willow-63";
        assertThat(changed(here, "wrong", next)).isEqualTo(422);
        assertThat(changed(here, ConsolePeople.PASSWORD, "Xuchang2026")).isEqualTo(422);
        assertThat(changed(here, ConsolePeople.PASSWORD, next)).isEqualTo(302);
        assertThat(here.get("/ops").statusCode()).isEqualTo(200);
        assertThat(there.get("/ops").statusCode()).isEqualTo(302);
        assertThat(
                        sql.rows(
                                "select result from audit.entry where action = 'console.password-changed' and actor = 'mover' and reason = '本人修改' order by seq"))
                .extracting(row -> row.get("result"))
                .containsExactly("未改：password.wrong", "未改：password.common", "成功");
    }

    private static int changed(WebClient person, String current, String next) {
        return person.submit("/password", "/password", Map.of("current", current, "next", next, "repeated", next))
                .statusCode();
    }

    @Test
    void wrongCurrentPasswordsCountAsFailedAttempts() {
        WebClient here = people.letIn("guesser", "OPERATOR");
        for (int i = 0; i < 5; i++) {
            changed(here, "wrong", "Copper-Willow-63");
        }
        HttpResponse<String> answer = here.submit(
                "/password",
                "/password",
                Map.of("current", ConsolePeople.PASSWORD, "next", "Copper-Willow-63", "repeated", "Copper-Willow-63"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("错得太多");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Password123", "Xuchang2026", "aaaaaaaaaA1", "1qaz@WSX3edc", "P@ssw0rd2026!", "Zrzy@20261127"})
    void whatEverybodyWouldTryFirstIsNoPassword(String password) {
        String name = "weak" + Math.abs(password.hashCode() % 100000);
        assertThat(people.open(name, "OPERATOR", password).statusCode()).isEqualTo(422);
        assertThat(refused(name, password))
                .as("the account has no password yet")
                .isPositive();
    }

    @Test
    void nobodyButItsOwnerEverKnowsAPassword() {
        HttpResponse<String> opened = people.admin()
                .submit(
                        "/accounts",
                        "/accounts",
                        Map.of("username", "newcomer", "displayName", "李新", "role", "OPERATOR", "reason", "新入职"));
        String link = ConsolePeople.link(opened);
        assertThat(people.admin().get("/accounts").body()).contains("李新").doesNotContain(link);
        String code = people.code("newcomer");
        assertThat(people.setPassword(link, code, "Xuchang2026").statusCode()).isEqualTo(422);
        assertThat(people.setPassword(link, code, ConsolePeople.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(new WebClient(url).get(link).statusCode()).as("used once").isEqualTo(410);
        WebClient person = new WebClient(url);
        person.logIn("newcomer", ConsolePeople.PASSWORD);
        assertThat(person.get("/ops").statusCode()).isEqualTo(200);
        assertThat(people.admin().get("/accounts").body()).contains("127.0.0.1");
        assertThat(sql.rows("select actor, reason from audit.entry where object_key = 'newcomer'"
                        + " and action in ('console.password-link-made', 'console.password-changed') order by seq"))
                .containsExactly(
                        Map.of("actor", "chenwei", "reason", "新入职"), Map.of("actor", "newcomer", "reason", "凭一次性链接设置"));
    }

    @Test
    void whoForgotThePasswordSetsAnotherByALink() {
        WebClient there = people.letIn("forgetful", "OPERATOR");
        String first = reset("forgetful");
        String second = reset("forgetful");
        assertThat(new WebClient(url).get(first).statusCode()).as("replaced").isEqualTo(410);
        assertThat(there.get("/ops").statusCode())
                .as("until it is used all goes on")
                .isEqualTo(200);
        assertThat(people.setPassword(second, people.code("forgetful"), "Copper-Willow-63")
                        .statusCode())
                .isEqualTo(302);
        assertThat(there.get("/ops").statusCode()).isEqualTo(302);
        refused("forgetful", ConsolePeople.PASSWORD);
        there.logIn("forgetful", "Copper-Willow-63");
        assertThat(there.get("/ops").statusCode()).isEqualTo(200);
        String third = reset("forgetful");
        sql.update("update console.password_link set expires_at = now() where username = 'forgetful'");
        assertThat(new WebClient(url).get(third).statusCode()).isEqualTo(410);
        String fourth = reset("forgetful");
        people.enable("forgetful", false);
        assertThat(new WebClient(url).get(fourth).statusCode()).isEqualTo(410);
    }

    /** Who sits at an administrator's open session must not get past the old password. */
    @Test
    void nobodyResetsHerOwn() {
        people.letIn("neighbour", "OPERATOR");
        Map<String, String> fields = new HashMap<>(
                WebClient.hidden(people.admin().get("/accounts").body(), "/accounts/neighbour/password-link"));
        fields.put("reason", "试验");
        fields.put("current", "Not-Her-Password-1");
        HttpResponse<String> doubted = people.admin().post("/accounts/neighbour/password-link", fields);
        assertThat(doubted.statusCode()).as("an open session is not the person").isEqualTo(422);
        assertThat(doubted.body()).contains("E-ACCOUNT");
        fields.putAll(WebClient.hidden(people.admin().get("/accounts").body(), "/accounts/neighbour/password-link"));
        fields.put("current", ConsolePeople.PASSWORD);
        assertThat(people.admin()
                        .post("/accounts/chenwei/password-link", fields)
                        .statusCode())
                .as("no form leads there")
                .isEqualTo(409);
        people.enable("neighbour", false);
        HttpResponse<String> refused = people.admin().post("/accounts/neighbour/password-link", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("E-ACCOUNT", "启用中");
    }

    /** Whoever hands a link over could use it himself and be his own second pair of eyes. */
    @Test
    void oneAdministratorAloneCanBecomeNobodyElse() {
        people.letIn("admin.three", "ADMIN");
        people.letIn("victim", "OFFICE");
        String link = reset("victim");
        assertThat(new WebClient(url).get(link).body())
                .contains("welcome-waits")
                .doesNotContain("welcome-password");
        assertThat(people.admin().get("/accounts").body())
                .contains("waits-victim")
                .doesNotContain("confirm-victim");
        String code = people.code("victim");
        assertThat(people.setPassword(link, "22222-22222", "Copper-Willow-63").body())
                .contains("确认码不对");
        assertThat(people.setPassword(link, code.toLowerCase().replace("-", " "), "Copper-Willow-63")
                        .statusCode())
                .isEqualTo(302);
        assertThat(sql.rows("select actor from audit.entry where action = 'console.password-link-confirmed'"
                        + " and object_key = 'victim' order by seq desc limit 1"))
                .singleElement()
                .extracting(row -> row.get("actor"))
                .isNotEqualTo("chenwei");
    }

    @Test
    void aRoleTakesTwoAdministratorsNeitherOfThemThePersonHerself() {
        WebClient second = people.letIn("admin.two", "ADMIN");
        WebClient person = people.letIn("riser", "OPERATOR");
        String role = "/accounts/riser/role";
        Map<String, String> wish = Map.of("role", "LEAD", "reason", "接任值班长");
        assertThat(people.admin().submit("/accounts", role, wish).statusCode()).isEqualTo(302);
        assertThat(person.get("/ops").statusCode()).as("asked is not changed").isEqualTo(200);
        assertRefused(approve(people.admin(), role), 422, "E-ROLE-SAME");
        assertThat(approve(second, role).statusCode()).isEqualTo(302);
        assertThat(person.get("/ops").statusCode())
                .as("begun with other rights")
                .isEqualTo(302);
        assertThat(sql.rows("select role from console.account where username = 'riser'"))
                .containsExactly(Map.of("role", "LEAD"));
        assertThat(sql.rows("select actor, before_state, after_state from audit.entry"
                        + " where action = 'console.role-changed' and object_key = 'riser'"))
                .containsExactly(Map.of("actor", "admin.two", "before_state", "OPERATOR", "after_state", "LEAD"));
        people.admin().submit("/accounts", "/accounts/admin.two/role", Map.of("role", "AUDITOR", "reason", "转岗"));
        assertThat(second.get("/accounts").body()).as("nobody's own buttons").doesNotContain("approve-admin.two");
        assertThat(people.admin()
                        .submit("/accounts", "/accounts/admin.two/role/refuse", Map.of("reason", "不转了"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(sql.rows("select 1 from console.role_wish")).isEmpty();
        assertRefused(
                people.admin().submit("/accounts", role, Map.of("role", "LEAD", "reason", "已经是")), 422, "E-ROLE-STATE");
    }

    /** The form of the refusal carries a token that is good for both of its buttons. */
    private static HttpResponse<String> approve(WebClient admin, String role) {
        Map<String, String> fields =
                new HashMap<>(WebClient.hidden(admin.get("/accounts").body(), role + "/refuse"));
        fields.put("reason", "已核对任命文件");
        return admin.post(role + "/approve", fields);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(code).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    private static String reset(String username) {
        return ConsolePeople.link(people.admin()
                .submit(
                        "/accounts",
                        "/accounts/" + username + "/password-link",
                        Map.of("reason", "本人来电，已核对工号", "current", ConsolePeople.PASSWORD)));
    }

    /** Wrong, unknown, blocked: one answer, and all of them cost a look at a password. */
    @Test
    void aRefusalTellsNothing() {
        people.open("quiet", "OPERATOR", ConsolePeople.PASSWORD);
        List<Long> wrong = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        List<Long> blocked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wrong.add(refused("quiet", "wrong"));
            unknown.add(refused("nobody" + i, "wrong"));
        }
        for (int i = 0; i < 5; i++) {
            blocked.add(refused("quiet", i == 0 ? ConsolePeople.PASSWORD : "wrong"));
        }
        assertThat(median(unknown)).isGreaterThan(median(wrong) / 3);
        assertThat(median(blocked)).isGreaterThan(median(wrong) / 3);
    }

    private static long refused(String name, String password) {
        WebClient stranger = new WebClient(url);
        Map<String, String> hidden = WebClient.hidden(stranger.get("/login").body(), "/login");
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                stranger.post("/login", Map.of("_csrf", hidden.get("_csrf"), "username", name, "password", password));
        long took = System.nanoTime() - begun;
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?error");
        return took;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    @Test
    void anyNameIsRefusedInTheUsualWayAndTheTrailKnowsIt() {
        long before = sql.lastSeq();
        for (String name : List.of("王".repeat(3000), "w".repeat(3000), "a\u0000b", "a\u001b[31m", "\uFFFF")) {
            refused(name, "wrong");
        }
        refused("someone", "p\u0000w".repeat(100));
        List<Map<String, Object>> rows = sql.trail(before).stream()
                .filter(row -> row.get("action").equals("console.login"))
                .toList();
        assertThat(rows).hasSize(6);
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(String.valueOf(row.get("actor")).length()).isBetween(1, 64));
        assertThat(rows.get(2).get("actor")).isEqualTo("a\uFFFDb");
    }

    @Test
    void noFormStoresWhatCannotBeShown() {
        HttpResponse<String> answer = people.admin()
                .submit(
                        "/accounts",
                        "/accounts",
                        Map.of(
                                "username", "unseen",
                                "displayName", "李\u001b敏",
                                "role", "OPERATOR",
                                "reason", "试验"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("E-FORM-TEXT");
        assertThat(sql.rows("select 1 from console.account where username = 'unseen'"))
                .isEmpty();
        assertThat(people.admin().get("/messages?q=%00").statusCode()).isEqualTo(400);
        assertThat(new WebClient(url).get("/pub/draws/x/membership?id=%00").statusCode())
                .isEqualTo(400);
    }
}
