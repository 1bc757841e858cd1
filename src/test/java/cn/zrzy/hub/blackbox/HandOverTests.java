package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.console.Visitor;
import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 交接班: the desk has one owner at a time, nothing urgent is handed over without one unless somebody says why. */
class HandOverTests {

    private static final BlackBoxHub HUB = BlackBoxHub.running();
    private static final HubSql SQL = new HubSql(HUB.process());
    private final HubClient li = HUB.api("李敏");
    private final HubClient wang = HUB.api("王强");
    private int clicks;

    @BeforeAll
    static void people() {
        ConsolePeople.ofTheBlackBox().open("evening", "OPERATOR", Visitor.PASSWORD);
    }

    @BeforeEach
    void nobodyOnDuty() {
        SQL.update("update alert.watch set ended_at = clock_timestamp(), ended_by = person where ended_at is null");
    }

    /** What other tests of this hub left on the desk. */
    private static void othersAreOwned() {
        SQL.update("update alert.alert set owner = '清场' where ended_at is null and owner = ''");
    }

    @AfterEach
    void gone() {
        SQL.update(
                "update delivery.dispatch set state = 'CONFIRMED', confirmed_at = now() where cause_code = 'E-HANDED'");
    }

    @Test
    void deskHasOneOwnerAndWhoLeftWithoutHandingOverIsNoted() {
        assertThat(act(li, "take-watch", "接夜班")).isEqualTo("limin/李敏 值班");
        assertThat(act(li, "take-watch", "再接")).isEqualTo("E-WATCH-STATE");
        assertThat(act(wang, "hand-over", "替他交")).isEqualTo("E-WATCH-STATE");
        assertThat(act(wang, "hand-over-anyway", "替他交")).isEqualTo("E-WATCH-STATE");
        assertThat(act(wang, "take-watch", "李敏已离开")).isEqualTo("wangqiang/王强 值班");
        assertThat(SQL.rows("select person, note from alert.watch where ended_by = 'wangqiang/王强'")
                        .get(0))
                .containsEntry("person", "limin/李敏")
                .hasEntrySatisfying("note", note -> assertThat(note.toString()).contains("未交班", "李敏已离开"));
        othersAreOwned();
        assertThat(act(wang, "hand-over", "没有未了的事")).isEqualTo("无人值班");
        assertThat(li.get("/api/operator/acts/take-watch/elsewhere")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-WATCH-UNKNOWN");
    }

    @Test
    void urgentWithoutOwnerIsHandedOverOnlyWithAReasonAndStandsOnTheList() throws IOException {
        act(li, "take-watch", "接夜班");
        park();
        assertThat(act(li, "hand-over", "到点了")).isEqualTo("E-WATCH-UNOWNED");
        assertThat(act(li, "hand-over-anyway", "急诊")).isEqualTo("无人值班");
        Object watch = SQL.rows("select max(no) as no from alert.watch").get(0).get("no");
        assertThat(SQL.rows("select unowned, note from alert.watch where no = ?", watch)
                        .get(0))
                .containsEntry("note", "仍要交班：急诊")
                .hasEntrySatisfying("unowned", count -> assertThat((int) count).isPositive());
        WebClient reader = ConsolePeople.ofTheBlackBox().letIn("reader", "AUDITOR");
        assertThat(reader.get("/watches/" + watch).body()).contains("仍要交班：急诊", "信用平台有 1 件报送转人工", "无人认领");
        assertThat(reader.get("/watches/999999").statusCode()).isEqualTo(404);
        byte[] excel = reader.bytes("/watches/" + watch + "/report.xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
            List<Row> list = book.findSheet("交班清单").orElseThrow().read();
            assertThat(list.stream().map(row -> row.getCellText(2))).contains("信用平台有 1 件报送转人工（同因）");
            assertThat(book.findSheet("班次").orElseThrow().read().stream().map(row -> row.getCellText(3)))
                    .contains("仍要交班：急诊");
            assertThat(book.findSheet("处置").orElseThrow().read().stream().map(row -> row.getCellText(4)))
                    .contains("接夜班");
        }
    }

    @Test
    void shiftIsTakenWorkedAndHandedOverInTheBrowser() throws Exception {
        park();
        try (Visitor visitor = new Visitor(HUB.process().url(), 1366, 768)) {
            visitor.logIn("evening");
            click(visitor, "[data-testid=on-duty]");
            click(visitor, "[data-testid=act-take-watch]");
            visitor.fill("act-reason", "接夜班");
            click(visitor, "[data-testid=act-press]");
            assertThat(visitor.page.locator("[data-testid=on-duty]").textContent())
                    .isEqualTo("值班：人员evening");
            visitor.inspect("watches");
            visitor.picture(Path.of("target/screenshots/watches.png"), true);
            click(visitor, "[data-testid=menu-ops]");
            assertThat(visitor.page.title()).matches("\\([0-9]+\\) 值班台 · .*");
            click(visitor, "[data-testid=problem-parked]:has([href*='E-HANDED']) [data-testid=claim]");
            visitor.fill("act-reason", "已电话联系省里");
            click(visitor, "[data-testid=act-press]");
            visitor.inspect("alerts");
            visitor.picture(Path.of("target/screenshots/alerts.png"), true);
            visitor.page.setViewportSize(390, 844);
            visitor.inspect("alerts on a phone");
            visitor.picture(Path.of("target/screenshots/alerts-phone.png"), true);
            visitor.page.setViewportSize(1366, 768);
            click(visitor, "[data-testid=on-duty]");
            othersAreOwned();
            visitor.visit("/watches");
            click(visitor, "[data-testid=act-hand-over]");
            visitor.fill("act-reason", "省里六点恢复");
            click(visitor, "[data-testid=act-press]");
            click(visitor, "[data-testid^=report-] >> nth=0");
            assertThat(visitor.page.locator("[data-testid=handed]").innerText())
                    .contains("信用平台有 1 件报送转人工", "evening", "已电话联系省里");
            visitor.inspect("report");
            visitor.picture(Path.of("target/screenshots/watch-report.png"), true);
            visitor.visit("/ops");
            assertThat(visitor.page
                            .locator("[data-testid=problem-parked]:has([href*='E-HANDED']) [data-testid=owner]")
                            .innerText())
                    .isEqualTo("人员evening 在办：已电话联系省里");
            assertThat(visitor.complaints).isEmpty();
        }
        assertThat(clicks).as("take over 3, claim 3, hand over 3, print 1").isEqualTo(10);
    }

    private static String act(HubClient person, String name, String reason) {
        var answer = person.post("/api/operator/acts/" + name + "/desk", "{\"reason\":\"" + reason + "\"}")
                .body();
        return answer.path("after").asText(answer.path("code").asText());
    }

    /** One refused message, seen by alerting. */
    private static void park() {
        SQL.update("""
                insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                    idempotency_key, state, trace_id, owner, parked_at, cause_code, cause)
                values ('refer-record-to-credit', 'credit', 1, true, 'inspection.finding-recorded', 'H@' || clock_timestamp(),
                    'H', 'H-' || gen_random_uuid(), '试验', gen_random_uuid()::text, 'PARKED', repeat('a', 32), '监管科',
                    now(), 'E-HANDED', '不符')""");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !SQL.rows(
                                "select 1 from alert.alert where href like '%E-HANDED' and ended_at is null and gone_at"
                                        + " is null")
                        .isEmpty());
        SQL.update("update alert.alert set owner = '', note = '' where href like '%E-HANDED'");
    }

    private void click(Visitor visitor, String selector) {
        visitor.page.locator(selector).first().click();
        visitor.page.waitForLoadState();
        clicks++;
    }
}
