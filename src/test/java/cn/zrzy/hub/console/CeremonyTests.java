package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.fixtures.DrawStory;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** 抽取现场: a person of the office holds a draw in a browser, from the frozen list to the signed form. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CeremonyTests {

    private static final double A_WHILE = 90_000;
    private static final String VALUE = "5a".repeat(32);
    private static final String USER = "office-" + Long.toString(System.nanoTime(), 36);

    private final String url;
    private final DrawStory story;
    private final CamelContext camel;
    private final AccountDesk people;
    private final AuditTrail audit;
    private final DrawResults results;

    CeremonyTests(
            @LocalServerPort int port,
            ProducerTemplate jobs,
            CamelContext camel,
            AccountDesk people,
            AuditTrail audit,
            DrawResults results) {
        this.url = "http://127.0.0.1:" + port;
        this.story = new DrawStory(HubUnderTest.api(port, "周敏"), jobs);
        this.camel = camel;
        this.people = people;
        this.audit = audit;
        this.results = results;
    }

    /** The night would draw too, a moment earlier or later; here the person is to be first. */
    @BeforeEach
    void letTheNightRest() throws Exception {
        camel.getRouteController().suspendRoute("draw-run");
    }

    @AfterEach
    void wakeTheNight() throws Exception {
        camel.getRouteController().resumeRoute("draw-run");
    }

    @Test
    void aPersonHoldsADrawBeforeTheRoom() throws Exception {
        people.open(
                new AccountDesk.Application(USER, "周敏", Role.OFFICE, Visitor.PASSWORD, Visitor.PASSWORD),
                new Actor("system", "", ""),
                "试验");
        story.registries();
        String schemeNo = story.scheme(story.plan(), "null");
        String drawNo = story.called(schemeNo);
        try (Visitor visitor = new Visitor(url, 1920, 1080)) {
            visitor.logIn(USER);
            visitor.visit("/draws");
            visitor.page
                    .locator("[data-testid=draw-" + drawNo + "] [data-testid=to-stage]")
                    .click();
            next(visitor, "COMMIT");
            assertThat(visitor.page.locator("[data-testid=draw-start]").isDisabled())
                    .isTrue();
            String party = DrawStory.PARTIES.get(0);
            enters(visitor, drawNo, "COMMITMENT", party, commitment(drawNo, party));
            assertThat(visitor.page
                            .locator("[data-testid=entry-COMMITMENT] option")
                            .allInnerTexts())
                    .doesNotContain(party)
                    .hasSize(DrawStory.PARTIES.size() - 1);

            visitor.visit("/draws/" + drawNo);
            story.frozen(schemeNo, drawNo);
            // Reveals close twelve seconds after the freeze: the draw goes on whoever is late.
            DrawStory.PARTIES.forEach(name -> story.offer(drawNo, "reveals", name, VALUE));
            step(visitor, 1, "DONE");
            assertThat(visitor.page
                            .locator("[data-testid=sm3-manifest]")
                            .innerText()
                            .replaceAll("\\s", ""))
                    .isEqualTo(results.find(drawNo).orElseThrow().manifestDigest());
            assertThat(visitor.page.locator("[data-testid=draw-start]").isDisabled())
                    .isTrue();
            next(visitor, "OBSERVE");
            visitor.inspect("the hall while it waits");
            picture(visitor, "waiting");

            enters(visitor, drawNo, "OBSERVATION", "公证处现场骰子", "31415 92653 58979 32384");
            visitor.visit("/draws/" + drawNo);
            next(visitor, "START");
            step(visitor, 3, "DONE");
            visitor.visit("/draws");
            picture(visitor, "draws");
            visitor.page
                    .locator("[data-testid=draw-" + drawNo + "] [data-testid=to-stage]")
                    .click();
            visitor.page.locator("[data-testid=draw-start]").click();
            visitor.fill("present", "主持周敏、监督赵清、公证员孙立");
            visitor.page.locator("[data-testid=draw-confirm]").click();
            step(visitor, 4, "DONE");
            showsWhoWasDrawnByFamilyName(visitor, drawNo);
            nobodyDrawsTwice(visitor, drawNo);
            signsTheForm(visitor, drawNo);
            assertThat(visitor.complaints).isEmpty();
        }
        assertThat(audit.search(USER, "draw.start", drawNo, 5))
                .singleElement()
                .extracting(entry -> entry.event().reason())
                .isEqualTo("主持周敏、监督赵清、公证员孙立");
        assertThat(audit.search(USER, "draw.observation", drawNo, 5))
                .singleElement()
                .extracting(entry -> entry.event().after())
                .isEqualTo("公证处现场骰子");
        story.verified(drawNo);
    }

    private static String commitment(String drawNo, String party) {
        return Commitment.of(DrawHash.SM3, drawNo, party, HexFormat.of().parseHex(VALUE));
    }

    private static void enters(Visitor visitor, String drawNo, String kind, String name, String value)
            throws IOException {
        visitor.visit("/draws/" + drawNo + "/desk");
        Locator form = visitor.page.locator("[data-testid=entry-" + kind + "]");
        form.locator("[data-testid=entry-name]").selectOption(name);
        form.locator("[data-testid=entry-value]").fill(value);
        if (kind.equals("OBSERVATION")) {
            assertThat(visitor.page.locator("[data-testid=entry-SHARE]").count())
                    .as("an announced draw has no secret")
                    .isZero();
            form.locator("[data-testid=entry-origin]").fill("许昌市公证处（2026）许证字第118号");
            form.locator("[data-testid=entry-evidence]").fill("ce".repeat(32));
            form.locator("[data-testid=entry-witness]").fill("公证员孙立");
            picture(visitor, "desk");
        }
        form.locator("[data-testid=entry-reason]").fill("公证员孙立当面交来");
        form.locator("[data-testid=enter]").click();
        assertThat(visitor.page.locator("[data-testid=done]").innerText()).isEqualTo("已收下。");
    }

    private void showsWhoWasDrawnByFamilyName(Visitor visitor, String drawNo) {
        DrawnResult result = results.current(drawNo).orElseThrow();
        String table = visitor.page.locator("[data-testid=result]").innerText();
        assertThat(visitor.page.locator("[data-testid=result] tbody tr").count())
                .isEqualTo(result.picks().size())
                .isPositive();
        for (DrawnResult.Pick pick : result.picks()) {
            assertThat(table).contains(pick.objectName());
            for (DrawnResult.Member member : pick.inspectors()) {
                assertThat(table)
                        .doesNotContain(member.name())
                        .contains(member.name().substring(0, 1) + "*");
            }
        }
    }

    private static void nobodyDrawsTwice(Visitor visitor, String drawNo) {
        assertThat(visitor.page.locator("[data-testid=draw-start]").count()).isZero();
        visitor.visit("/draws/" + drawNo + "/start");
        assertThat(visitor.page.locator("[data-testid=not-ready]").isVisible()).isTrue();
        assertThat(visitor.page.locator("[data-testid=draw-confirm]").count()).isZero();
    }

    private static void signsTheForm(Visitor visitor, String drawNo) throws IOException {
        visitor.visit("/draws/" + drawNo);
        Locator form = visitor.page.locator("[data-testid=draw-form]");
        byte[] pdf = visitor.page
                .request()
                .get(visitor.url() + form.getAttribute("href"))
                .body();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        visitor.page.locator("[data-testid=draw-desk]").click();
        visitor.fill("sign-host", "周敏");
        visitor.fill("sign-operator", "陈伟");
        visitor.fill("sign-supervisor", "赵清");
        visitor.fill("sign-witness", "孙立");
        visitor.fill("sign-reason", "执法监督科档案柜 3-2");
        visitor.page.locator("[data-testid=sign]").click();
        step(visitor, 6, "DONE");
        step(visitor, 7, "DONE");
        assertThat(visitor.page.locator("[data-testid=stage]").getAttribute("data-ended"))
                .as("nothing is to come, so nothing is asked for")
                .isEqualTo("true");
        assertThat(visitor.page.locator("[data-testid=stage]").getAttribute("hx-get"))
                .isNull();
        visitor.inspect("the hall at its end");
        picture(visitor, "drawn");
    }

    private static void next(Visitor visitor, String state) {
        await(visitor, "[data-testid=next][data-state=" + state + "]");
    }

    private static void step(Visitor visitor, int no, String state) {
        await(visitor, "[data-testid=step-" + no + "][data-state=" + state + "]");
    }

    private static void await(Visitor visitor, String selector) {
        visitor.page.locator(selector).waitFor(new Locator.WaitForOptions().setTimeout(A_WHILE));
    }

    private static void picture(Visitor visitor, String name) throws IOException {
        visitor.picture(
                Visitor.FOR_THE_DOCS
                        ? Path.of("docs/screenshots", "hall-" + name + ".png")
                        : Path.of("target/screenshots", "hall-" + name + ".png"),
                false);
    }
}
