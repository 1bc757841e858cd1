package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.console.Visitor;
import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 值班一周: the chores of a duty week in a browser, each click counted from the desk to the end. */
class DutyWeekTests {

    private static final BlackBoxHub HUB = BlackBoxHub.running();
    private static final HubSql SQL = new HubSql(HUB.process());
    private int clicks;

    @BeforeAll
    static void people() {
        ConsolePeople.ofTheBlackBox().open("nightwatch", "OPERATOR", Visitor.PASSWORD);
    }

    @AfterEach
    void calm() {
        HUB.city().mood("portal", "calm");
    }

    @Test
    void twelveRefusedForOneCauseAreSentAgainWithAtMostSixClicksAndOneReason() throws Exception {
        RefusedCrowd crowd = new RefusedCrowd(12);
        crowd.accept();
        try (Visitor visitor = onDuty()) {
            click(visitor, "[data-testid=act-problem-parked][href*='partner=portal']");
            click(visitor, "[data-testid=whole-resend]");
            visitor.inspect("job preview");
            visitor.picture(Path.of("target/screenshots/acts-job-new.png"), true);
            visitor.fill("job-reason", "门户已放行");
            click(visitor, "[data-testid=job-start]");
            visitor.page.waitForSelector("[data-testid=job] .head [data-state=DONE]", long90());
            assertThat(visitor.page.locator("[data-testid=job-done]").textContent())
                    .isEqualTo("12");
            visitor.inspect("job");
            visitor.picture(Path.of("target/screenshots/acts-job.png"), true);
            phone(visitor, "acts-job-phone");
            assertThat(visitor.complaints).isEmpty();
        }
        assertThat(clicks).isLessThanOrEqualTo(6);
        assertThat(crowd.parked()).isEmpty();
    }

    @Test
    void partnerIsPausedUntilAMomentAndGoesOnByItself() throws Exception {
        new RefusedCrowd(1).accept();
        try (Visitor visitor = onDuty()) {
            click(visitor, "[data-testid=partner-portal] [data-testid=open-partner]");
            click(visitor, "[data-testid=act-pause-partner]");
            assertThat(visitor.page.locator("[data-testid=act-until]").inputValue())
                    .endsWith("T06:00");
            visitor.inspect("pause");
            visitor.picture(Path.of("target/screenshots/acts-pause.png"), true);
            phone(visitor, "acts-pause-phone");
            visitor.fill("act-reason", "门户停机维护");
            click(visitor, "[data-testid=act-press]");
            visitor.page.waitForSelector("[data-testid=pause-note]");
            visitor.inspect("paused partner");
            visitor.picture(Path.of("target/screenshots/acts-partner.png"), true);
            phone(visitor, "acts-partner-phone");
            assertThat(clicks).isLessThanOrEqualTo(4);
            assertThat(visitor.page.locator("[data-testid=pause-note]").innerText())
                    .contains("06:00");
            // It is not waited for: the moment comes now.
            SQL.update("update delivery.pause set until = clock_timestamp() where ended_at is null");
            visitor.page.waitForSelector(
                    "[data-testid=pause-note]",
                    new com.microsoft.playwright.Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                            .setTimeout(60_000));
            assertThat(visitor.complaints).isEmpty();
        }
        assertThat(SQL.rows("select 1 from delivery.paused_partner")).isEmpty();
    }

    @Test
    void lateFeedIsRunAgainFromItsPage() throws Exception {
        String night = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String run = night.replace("-", "") + "-sync-inspectors-from-hr";
        SQL.update(
                "insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id, code,"
                        + " message, ended_at) values (?, 'sync-inspectors-from-hr', ?::date, 0, 'clock', 'FAILED', now(),"
                        + " now(), repeat('b', 32), 'E-DUTY-GAVE-UP', '已试 60 次：连接不上对方', now())"
                        + " on conflict (run_id) do update set state = 'FAILED', code = 'E-DUTY-GAVE-UP', ended_at = now()",
                run,
                night);
        try (Visitor visitor = onDuty()) {
            visitor.visit("/ops?night=" + night);
            click(visitor, "[data-testid=run-sync-inspectors-from-hr] a");
            click(visitor, "[data-testid=act-catch-up]");
            visitor.inspect("catch up");
            visitor.picture(Path.of("target/screenshots/acts-catch-up.png"), true);
            visitor.fill("act-reason", "人事系统已恢复");
            click(visitor, "[data-testid=act-press]");
            await().atMost(Duration.ofSeconds(90)).until(() -> !state(run).equals("FAILED"));
            assertThat(visitor.complaints).isEmpty();
        }
        assertThat(clicks).isLessThanOrEqualTo(3);
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        java.util.Set.of("DONE", "PARTIAL", "HELD", "SKIPPED").contains(state(run)));
        assertThat(SQL.rows("select 1 from audit.entry where action = 'act.catch-up' and object_key = ?", run))
                .hasSize(1);
    }

    private static String state(String run) {
        return String.valueOf(SQL.rows("select state from duty.run where run_id = ?", run)
                .get(0)
                .get("state"));
    }

    private static Visitor onDuty() {
        Visitor visitor = new Visitor(HUB.process().url(), 1366, 768);
        visitor.logIn("nightwatch");
        return visitor;
    }

    private void click(Visitor visitor, String what) {
        clicks++;
        visitor.page.locator(what).first().click();
        visitor.page.waitForLoadState();
    }

    private static void phone(Visitor visitor, String name) throws Exception {
        visitor.page.setViewportSize(390, 844);
        visitor.inspect(name);
        visitor.picture(Path.of("target/screenshots", name + ".png"), true);
        visitor.page.setViewportSize(1366, 768);
    }

    private static com.microsoft.playwright.Page.WaitForSelectorOptions long90() {
        return new com.microsoft.playwright.Page.WaitForSelectorOptions().setTimeout(90_000);
    }
}
