package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.console.Visitor;
import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 审计员: what was done and what was sent is found by day, person and deed in words, page by page, and taken along as a sheet. */
class AuditForAuditorsTests {

    private static final BlackBoxHub HUB = BlackBoxHub.running();
    private static final HubSql SQL = new HubSql(HUB.process());
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static String who;
    private static WebClient auditor;
    private int clicks;

    @BeforeAll
    static void people() {
        who = "aud" + System.nanoTime() % 1_000_000;
        auditor = ConsolePeople.ofTheBlackBox().letIn(who, "AUDITOR");
    }

    @Test
    void whoCameAndWentIsHiddenUntilAskedFor() {
        String quiet = "quiet" + System.nanoTime() % 1_000_000;
        ConsolePeople.ofTheBlackBox().letIn(quiet, "OFFICE");
        assertThat(page("actor=" + quiet)).doesNotContain("console.login").doesNotContain(">登录<");
        assertThat(page("actor=" + quiet + "&logins=true")).contains(">登录<", "人员" + quiet + "（" + quiet + "）");
    }

    @Test
    void personAndDeedAreFoundByTheirChineseNames() {
        String person = encoded("陈伟");
        assertThat(page("actor=" + person + "&action=" + encoded("开户")))
                .contains(">开户<", "陈伟（chenwei）", "console.account-opened")
                .doesNotContain("console.account-switched");
        assertThat(page("action=" + encoded("没有这种事"))).contains("audit-none");
        assertThat(page("module=console&actor=" + person)).contains(">开户<").doesNotContain("plan.approved");
        assertThat(page("object=" + who.substring(1))).contains(">开户<", "/find?q=" + who);
    }

    @Test
    void daysBoundWhatIsShown() {
        assertThat(page("from=" + TODAY + "&to=" + TODAY + "&object=" + who)).contains("audit-entry");
        assertThat(page("to=" + TODAY.minusDays(1) + "&object=" + who)).contains("audit-none");
        assertThat(page("from=" + TODAY.plusDays(1))).contains("audit-none");
    }

    @Test
    void aLongTrailIsReadPageByPageToItsFirstRow() {
        long rows = SQL.lastSeq();
        String next = "/audit?logins=true";
        long read = 0;
        int pages = 0;
        while (next != null) {
            String body = auditor.get(next).body();
            read += body.split("data-testid=\"audit-entry\"", -1).length - 1;
            int link = body.indexOf("data-testid=\"audit-next\"");
            next = link < 0
                    ? null
                    : body.substring(
                                    body.indexOf("href=\"", link) + 6,
                                    body.indexOf('"', body.indexOf("href=\"", link) + 6))
                            .replace("&amp;", "&");
            assertThat(++pages).isLessThan(1000);
        }
        assertThat(read).isGreaterThanOrEqualTo(rows);
    }

    @Test
    void onlyAuditorsSeeIt() {
        WebClient operator = ConsolePeople.ofTheBlackBox().letIn("no" + who, "OPERATOR");
        for (String path :
                List.of("/audit", "/audit/entries.xlsx", "/audit/sent", "/audit/sent.xlsx", "/audit/accounts.xlsx")) {
            assertThat(operator.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    /** A duty week's chore: what was sent to the province this month, with receipt and digest, as a sheet in five clicks. */
    @Test
    void whatWasSentToThePartnerIsProvenInFiveClicks() throws Exception {
        PlanOnRecord plan = new PlanOnRecord();
        ConsolePeople.ofTheBlackBox().open("prover" + who, "AUDITOR", Visitor.PASSWORD);
        try (Visitor visitor = new Visitor(HUB.process().url(), 1366, 768)) {
            visitor.logIn("prover" + who);
            click(visitor, "[data-testid=menu-audit]");
            both(visitor, "audit");
            click(visitor, "[data-testid=sent-list]");
            clicks++;
            visitor.page.locator("[data-testid=sent-partner]").selectOption("province");
            click(visitor, "[data-testid=sent-find]");
            assertThat(visitor.page.locator("main").innerText())
                    .contains(plan.receiptNo, plan.digest, "摘要与发出的一致", "链头");
            both(visitor, "sent");
            clicks++;
            Download sheet = visitor.page.waitForDownload(
                    () -> visitor.page.locator("[data-testid=sent-export]").click());
            List<String> cells = cells(sheet.path());
            assertThat(cells).contains(plan.dispatch, plan.receiptNo, plan.digest, "审计链头");
            assertThat(visitor.complaints).isEmpty();
        }
        assertThat(clicks).isLessThanOrEqualTo(5);
        assertThat(SQL.rows(
                        "select 1 from audit.entry where action = 'audit.exported' and object_key = 'sent/province'"))
                .isNotEmpty();
    }

    @Test
    void eachAccountStandsOnTheReviewWithWhoGaveItsRights(@TempDir Path folder) throws IOException {
        String idle = "idle" + System.nanoTime() % 1_000_000;
        ConsolePeople.ofTheBlackBox().open(idle, "LEAD", Visitor.PASSWORD);
        Path sheet = Files.write(folder.resolve("accounts.xlsx"), auditor.bytes("/audit/accounts.xlsx"));
        List<String> cells = cells(sheet);
        int at = cells.indexOf(idle);
        assertThat(cells.subList(at, at + 5)).containsExactly(idle, "人员" + idle, "值班长", "启用", "陈伟（chenwei）");
        assertThat(cells.subList(at + 6, at + 11)).contains("试验", "没有登录过", "0").doesNotContain("90 天没有登录，没有令牌");
        SQL.update("update console.account set last_login_at = now() - interval '91 days' where username = ?", idle);
        List<String> later = cells(Files.write(folder.resolve("later.xlsx"), auditor.bytes("/audit/accounts.xlsx")));
        at = later.indexOf(idle);
        assertThat(later.subList(at, at + 11)).contains("90 天没有登录，没有令牌");
        assertThat(cells).contains("审计链头");
        assertThat(SQL.rows("select 1 from audit.entry where action = 'audit.exported' and object_key = 'accounts'"))
                .isNotEmpty();
    }

    /** The other chore: everything about one firm by its credit code, in two clicks. */
    @Test
    void everythingAboutOneFirmIsOnePageAfterTwoClicks() throws Exception {
        FirmOnRecord firm = new FirmOnRecord(false);
        String finding = firm.found();
        ConsolePeople.ofTheBlackBox().open("watch" + who, "OPERATOR", Visitor.PASSWORD);
        try (Visitor visitor = new Visitor(HUB.process().url(), 1366, 768)) {
            visitor.logIn("watch" + who);
            visitor.page.keyboard().press("/");
            visitor.page.keyboard().type(firm.code);
            visitor.page.keyboard().press("Enter");
            clicks++;
            visitor.page.waitForURL("**/find**");
            both(visitor, "find");
            click(visitor, "[data-testid=find-SUBJECT] [data-testid=found-open]");
            visitor.page.waitForSelector("[data-testid=timeline]");
            assertThat(visitor.page.locator("main").innerText())
                    .contains(firm.name, firm.oldName, firm.drawNo, firm.taskNo, finding + "@1", "检查结果 " + finding);
            both(visitor, "subject");
            click(visitor, "[data-testid=moment-MESSAGE] a");
            assertThat(visitor.page.locator("[data-testid=about]").innerText()).isEqualTo(firm.name);
            visitor.visit("/inspectors/" + firm.staff);
            both(visitor, "inspector");
            assertThat(visitor.complaints).isEmpty();
        } finally {
            firm.forget();
        }
        assertThat(clicks).isLessThanOrEqualTo(3);
    }

    private void click(Visitor visitor, String what) {
        clicks++;
        visitor.page.locator(what).first().click();
        visitor.page.waitForLoadState();
    }

    /** Wide and narrow, Chinese and English. */
    private static void both(Visitor visitor, String name) throws IOException {
        String here = visitor.page.url().substring(visitor.url().length());
        for (String language : List.of("en", "zh")) {
            visitor.speak(language);
            visitor.visit(here);
            for (int width : new int[] {1366, 390}) {
                visitor.page.setViewportSize(width, 768);
                visitor.inspect(name + " " + language + " " + width);
                visitor.picture(Path.of("target/screenshots", name + "-" + language + "-" + width + ".png"), true);
            }
            visitor.page.setViewportSize(1366, 768);
        }
    }

    private static List<String> cells(Path sheet) throws IOException {
        try (InputStream in = Files.newInputStream(sheet);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .map(cell -> cell.getText())
                    .toList();
        }
    }

    private static String page(String query) {
        return auditor.get("/audit?" + query).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
