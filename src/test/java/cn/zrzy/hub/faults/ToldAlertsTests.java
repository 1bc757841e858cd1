package cn.zrzy.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 告警 from the desk to the robots and back, with robots that misbehave; the hub is killed between a robot's answer and its row. */
class ToldAlertsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static SandboxCity city;
    private static HubProcess hub;
    private static HubSql sql;
    private static HubClient api;

    @BeforeAll
    static void killedWhileTelling() throws Exception {
        Path data = Path.of("target/told-alerts-" + ProcessHandle.current().pid());
        int broker = TestDatabase.freePort();
        Path sandbox = data.resolve("sandbox");
        city = SandboxCity.start(sandbox, data.resolve("secrets"), broker, 0.02);
        hub = new HubProcess(data, broker);
        hub.with(city.properties(sandbox));
        hub.with(Map.of(
                "alert.gather", "1s",
                "alert.between", "4s",
                "alert.calm-after", "3s",
                "alert.claim-within", "12s",
                "alert.within", "2s",
                "alert.heartbeat.every", "2s"));
        hub.start("after-alert");
        assertThat(hub.awaitReady(Duration.ofMinutes(3))).isTrue();
        sql = new HubSql(hub);
        park("KILLED", 1);
        assertThat(hub.awaitDeath(Duration.ofMinutes(2))).isTrue();
        hub.start("");
        assertThat(hub.awaitReady(Duration.ofMinutes(3))).isTrue();
        api = hub.api("李敏");
        soon(() -> !taken("dingtalk", "E-KILLED").isEmpty() && sent("E-KILLED", "URGENT"));
    }

    @AfterAll
    static void end() throws Exception {
        hub.close();
        city.close();
    }

    @BeforeEach
    void allIsWell() {
        for (String robot : List.of("dingtalk", "wecom", "feishu", "sms", "hook", "watcher")) {
            mood(robot, "calm");
        }
        sql.update("update alert.channel set rest_until = null, failing_since = null, error = '', failures = 0");
    }

    @Test
    void killedHubLosesNoAlertAndItsSecondCopyHasTheSameNumber() {
        assertThat(sql.rows("select 1 from alert.alert where href like '%E-KILLED%'"))
                .hasSize(1);
        List<String> copies = taken("dingtalk", "E-KILLED");
        assertThat(copies)
                .as("at least once, and no more than the one the kill cost")
                .hasSizeBetween(1, 2);
        assertThat(copies.stream()
                        .map(copy -> copy.replaceAll("(?s).*?([0-9]+) 号　须处理：信用平台.*", "$1"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void oneCauseIsToldOnceWithItsLinkAndWithoutAnyNameAndItsEndOnce() {
        park("ONCE", 12);
        soon(() -> !taken("dingtalk", "E-ONCE").isEmpty());
        park("ONCE", 30);
        String text = taken("dingtalk", "E-ONCE").get(0);
        assertThat(text)
                .contains("信用平台有 ", " 件报送转人工（同因）", "/messages?state=PARKED&partner=credit&cause=E-ONCE", "（演练）")
                .doesNotContain("宏达矿业", "13800001234");
        mend("ONCE");
        soon(() -> taken("dingtalk", "E-ONCE").stream().anyMatch(copy -> copy.contains("值班台上已没有")));
        quiet();
        assertThat(taken("dingtalk", "E-ONCE").stream()
                        .mapToInt(copy -> times(copy, "E-ONCE"))
                        .sum())
                .as("once its beginning, once its end")
                .isEqualTo(2);
    }

    @Test
    void threeHundredCausesAreADigestAndNoStorm() {
        int before = calls();
        sql.update("insert into delivery.dispatch " + COLUMNS + " select " + VALUES.replace("%s", "'CROWD-' || n")
                + " from generate_series(1, 300) n");
        soon(() -> sql.rows("select 1 from alert.letter l join alert.alert a on a.no = l.alert"
                                + " where a.href like '%E-CROWD-%' and l.what = 'URGENT' and l.state = 'SENT'")
                        .size()
                == 300);
        assertThat(calls() - before).as("messages for 300 causes").isLessThanOrEqualTo(4);
        assertThat(taken("dingtalk", "另有 ")).isNotEmpty();
        sql.update(
                "update delivery.dispatch set state = 'CONFIRMED', confirmed_at = now() where cause_code like 'E-CROWD-%'");
    }

    @Test
    void robotThatRefusesIsPassedOverAndTheDeskSaysSo() {
        mood("dingtalk", "rejecting");
        mood("wecom", "garbage");
        park("FALLEN", 1);
        soon(() -> !taken("feishu", "E-FALLEN").isEmpty());
        soon(() -> desk().contains("告警渠道 duty-dingtalk 不通") && desk().contains("告警渠道 duty-wecom 不通"));
        assertThat(desk()).contains("对方不认我方的凭据（401）", "对方的应答不是约定的样子");
        assertThat(ready()).isEqualTo(200);
        mood("dingtalk", "calm");
        assertThat(api.post("/api/operator/acts/test-channel/duty-dingtalk", "{\"reason\":\"换了密钥\"}")
                        .status())
                .isEqualTo(200);
        soon(() -> !taken("dingtalk", "测试").isEmpty());
        soon(() -> !desk().contains("告警渠道 duty-dingtalk 不通"));
        assertThat(sql.rows("select 1 from audit.entry where action = 'act.test-channel' and reason = '换了密钥'"))
                .isNotEmpty();
        mend("FALLEN");
    }

    @Test
    void whenNobodyAnswersTheDeskSaysThatNobodyIsToldAndNothingIsLost() {
        mood("dingtalk", "busy");
        mood("wecom", "down");
        mood("feishu", "rejecting");
        park("DEAF", 1);
        soon(() -> desk().contains("“须处理”的告警渠道全部不通"));
        assertThat(desk()).contains("对方说发得太密（429）");
        assertThat(sent("E-DEAF", "URGENT")).isFalse();
        allIsWell();
        soon(() -> sent("E-DEAF", "URGENT"));
        mend("DEAF");
    }

    @Test
    void unclaimedIsEscalatedAndClaimedIsNot() {
        park("NOBODYS", 1);
        park("MINE", 1);
        String mine = alert("MINE");
        assertThat(act("claim-alert", mine, "\"reason\":\"已电话联系\"")
                        .path("after")
                        .asText())
                .isEqualTo("limin/李敏 已认领");
        assertThat(act("claim-alert", mine, "\"reason\":\"再按一次\"").path("code").asText())
                .isEqualTo("E-ALERT-STATE");
        soon(() -> !taken("sms", "E-NOBODYS").isEmpty());
        quiet();
        assertThat(taken("sms", "E-MINE")).isEmpty();
        assertThat(act("claim-alert", "alert-999999", "\"reason\":\"x\"")
                        .path("code")
                        .asText())
                .isEqualTo("E-ALERT-UNKNOWN");
        assertThat(act("test-channel", "nobody", "\"reason\":\"x\"")
                        .path("code")
                        .asText())
                .isEqualTo("E-CHANNEL-UNKNOWN");
        mend("NOBODYS");
        mend("MINE");
    }

    @Test
    void mutedIsSilentUntilItsMomentAndThenToldAgain() {
        park("MUTED", 1);
        String muted = alert("MUTED");
        soon(() -> sent("E-MUTED", "URGENT"));
        OffsetDateTime until = OffsetDateTime.now().plusSeconds(20);
        assertThat(act("mute-alert", muted, "\"reason\":\"对方在修\",\"until\":\"" + until + "\"")
                        .path("after")
                        .asText())
                .contains("静音到");
        soon(() -> sent("E-MUTED", "STILL"));
        assertThat(sql.rows(
                        "select 1 from alert.letter l join alert.alert a on a.no = l.alert where a.href like '%E-MUTED%'"
                                + " and l.what in ('STILL', 'ESCALATED') and l.made_at < ?::timestamptz",
                        until.toString()))
                .as("told while muted")
                .isEmpty();
        mend("MUTED");
    }

    @Test
    void whatMayBeTamperingCannotBeMuted() {
        sql.update("insert into alert.alert (cause, kind, sentence, href, urgent, urgent_at, since)"
                + " values ('loud', 'concern-chain', '审计日志被改动', '/audit', true, now(), now()) on conflict do nothing");
        Object no = sql.rows("select no from alert.alert where cause = 'loud' order by no desc limit 1")
                .get(0)
                .get("no");
        assertThat(act(
                                "mute-alert",
                                "alert-" + no,
                                "\"reason\":\"吵\",\"until\":\""
                                        + OffsetDateTime.now().plusHours(1) + "\"")
                        .path("code")
                        .asText())
                .isIn("E-ALERT-LOUD");
    }

    @Test
    void outsideWatcherHearsThatAlertingLives() {
        soon(() -> !taken("watcher", "alive").isEmpty());
        soon(() -> metrics().contains("sj_alert_channel_ok{"));
        assertThat(metrics()).contains("sj_alert_looked_seconds");
    }

    private static String metrics() {
        return new WebClient(hub.managementUrl(), Map.of("Accept", "*/*", "Authorization", ops()))
                .get("/actuator/prometheus")
                .body();
    }

    private static final String COLUMNS =
            "(route, partner, stage, askable, event, fact_key, subject, order_key, sentence,"
                    + " idempotency_key, state, next_at, trace_id, owner, parked_at, cause_code, cause)";
    private static final String VALUES = "'refer-record-to-credit', 'credit', 1, true, 'inspection.finding-recorded',"
            + " %s || '@' || clock_timestamp(), 'S', 'O-' || gen_random_uuid(), '试验', gen_random_uuid()::text, 'PARKED', null,"
            + " repeat('a', 32), '监管科', now(), 'E-' || %s, '许昌宏达矿业有限公司 13800001234 不符'";

    private static void park(String cause, int count) {
        for (int i = 0; i < count; i++) {
            sql.update("insert into delivery.dispatch " + COLUMNS + " values ("
                    + VALUES.replace("%s", "'" + cause + "'") + ")");
        }
    }

    private static void mend(String cause) {
        sql.update(
                "update delivery.dispatch set state = 'CONFIRMED', confirmed_at = now() where cause_code = ?",
                "E-" + cause);
    }

    private static String alert(String cause) {
        String found = "select no from alert.alert where href like ? and ended_at is null";
        soon(() -> !sql.rows(found, "%E-" + cause).isEmpty());
        return "alert-" + sql.rows(found, "%E-" + cause).get(0).get("no");
    }

    private static boolean sent(String cause, String what) {
        return !sql.rows(
                        "select 1 from alert.letter l join alert.alert a on a.no = l.alert"
                                + " where a.href like ? and l.what = ? and l.state = 'SENT'",
                        "%" + cause,
                        what)
                .isEmpty();
    }

    /** Two rounds of everything: what was going to be told has been. */
    private static void quiet() {
        int before = calls();
        await().during(Duration.ofSeconds(10)).atMost(Duration.ofMinutes(2)).until(() -> calls() - before < 50);
    }

    private static JsonNode act(String name, String of, String fields) {
        return api.post("/api/operator/acts/" + name + "/" + of, "{" + fields + "}")
                .body();
    }

    private static String desk() {
        return api.get("/api/operator/problems").body().toString();
    }

    private static int ready() {
        return new WebClient(hub.managementUrl(), Map.of("Accept", "*/*"))
                .get("/actuator/health/readiness")
                .statusCode();
    }

    private static String ops() {
        try {
            return "Basic "
                    + java.util.Base64.getEncoder().encodeToString(("ops:" + hub.secret("ops-token")).getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void mood(String robot, String mood) {
        city.send(HttpRequest.newBuilder(city.uri("robots", robot))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"mood\":\"" + mood + "\"}")));
    }

    private static List<String> taken(String robot, String words) {
        List<String> texts = new ArrayList<>();
        messages().forEach(message -> {
            if (message.path("robot").asText().equals(robot)
                    && message.path("taken").asBoolean()
                    && message.path("text").asText().contains(words)) {
                texts.add(message.path("text").asText());
            }
        });
        return texts;
    }

    private static int calls() {
        int calls = 0;
        for (JsonNode message : messages()) {
            calls += message.path("robot").asText().equals("dingtalk") ? 1 : 0;
        }
        return calls;
    }

    private static int times(String text, String words) {
        return text.split(words, -1).length - 1;
    }

    private static JsonNode messages() {
        try {
            return JSON.readTree(city.send(HttpRequest.newBuilder(city.uri("robots", "messages"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void soon(Callable<Boolean> wanted) {
        await().atMost(Duration.ofMinutes(2)).until(wanted);
    }
}
