package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every page in both languages and both themes, in a real browser, over books that hold something of everything. */
@SpringBootTest(
        classes = ConsoleHarness.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.server.port=0"
        })
class ConsoleBrowserTests {

    private static final String[] PAGES = {
        "/ops",
        "/routes",
        "/messages",
        "/messages/D-1",
        "/messages/D-2",
        "/messages/jobs",
        "/partners/province",
        "/draws",
        "/draws/platform-check",
        "/quarantine",
        "/strays",
        "/undrawable",
        "/keys",
        "/sync",
        "/sync/20261123-sync-parcels-from-landuse",
        "/accounts",
        "/password",
        "/tokens"
    };

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    @Autowired
    AccountDesk people;

    @LocalServerPort
    int port;

    @Test
    void everyPageHoldsInBothLanguagesAndThemes() throws Exception {
        try (Visitor visitor = new Visitor("http://localhost:" + port, 1440, 900)) {
            visitor.logInThroughTheSetupLink(data);
            for (String language : new String[] {"zh-CN", "en"}) {
                visitor.speak(language);
                for (String theme : new String[] {"light", "dark"}) {
                    // An ordinary run looks at each page once, half of them in each of two combinations.
                    int first = language.equals("zh-CN") ? 0 : 1;
                    boolean usual = language.equals("zh-CN") == theme.equals("light");
                    if (!usual && !Visitor.EVERY_COMBINATION) {
                        continue;
                    }
                    visitor.wear(theme);
                    for (int i = Visitor.EVERY_COMBINATION ? 0 : first;
                            i < PAGES.length;
                            i += Visitor.EVERY_COMBINATION ? 1 : 2) {
                        look(visitor, PAGES[i], language, theme);
                    }
                }
            }
            keysLeadToThePages(visitor);
            phone(visitor, PAGES);
            halls(visitor);
            acts(visitor);
            assertThat(visitor.complaints).isEmpty();
        }
    }

    /** What only those on duty may press. */
    private void acts(Visitor visitor) throws Exception {
        people.open(
                new AccountDesk.Application("operator", "李敏", Role.OPERATOR, Visitor.PASSWORD, Visitor.PASSWORD),
                new Actor("system", "", ""),
                "试验");
        visitor.page.context().clearCookies();
        visitor.page.setViewportSize(1366, 768);
        visitor.logIn("operator");
        firstScreen(visitor);
        phone(
                visitor,
                "/ops",
                "/messages",
                "/messages?state=PARKED&partner=province",
                "/quarantine",
                "/strays",
                "/tokens");
        visitor.page.setViewportSize(1366, 768);
        visitor.speak("en");
        visitor.wear("dark");
        for (String path : List.of(
                "/acts/pause-partner?of=province",
                "/partners/province",
                "/messages?state=PARKED&partner=province",
                "/messages/jobs/new?act=resend&partner=province&cause=E-PROV-401",
                "/acts/enter-window?of=province",
                "/acts/test-connection?of=province",
                "/acts/pause-route?of=sync-parcels-from-landuse",
                "/sources/hr",
                "/routes")) {
            look(visitor, path, "en", "dark");
        }
        visitor.page.setViewportSize(390, 844);
        visitor.speak("zh-CN");
        visitor.wear("light");
        for (String path : List.of(
                "/acts/enter-window?of=province",
                "/partners/province",
                "/sources/hr",
                "/sync/20261123-sync-parcels-from-landuse",
                "/ops")) {
            look(visitor, path, "zh-CN", "light");
        }
    }

    /** Below the first 768 pixels is only what can be looked up; what needs somebody, partners and deadlines are above. */
    private static void firstScreen(Visitor visitor) throws Exception {
        visitor.visit("/ops");
        assertThat(bottom(visitor, "[data-testid=problems] tbody tr >> nth=2")).isLessThanOrEqualTo(768);
        assertThat(bottom(visitor, "[data-testid=problems] .act a >> nth=0")).isLessThanOrEqualTo(768);
        assertThat(bottom(visitor, "[data-testid=partners]")).isLessThanOrEqualTo(768);
        assertThat(bottom(visitor, "[data-testid=deadlines]")).isLessThanOrEqualTo(768);
        visitor.picture(Path.of("target/screenshots/first-screen.png"), false);
    }

    private static double bottom(Visitor visitor, String selector) {
        BoundingBox box = visitor.page.locator(selector).boundingBox();
        return box.y + box.height;
    }

    /** A row is a card that one thumb holds, and whatever it can be pressed for is on it. */
    private static void phone(Visitor visitor, String... paths) throws Exception {
        visitor.page.setViewportSize(390, 844);
        for (String path : paths) {
            visitor.visit(path);
            String what = path + " on a phone";
            ((List<?>) visitor.page.evaluate(CARDS)).forEach(fault -> visitor.complaints.add(what + ": " + fault));
            visitor.inspect(what);
            visitor.picture(
                    Path.of("target/screenshots", what.substring(1).replaceAll("[^A-Za-z0-9]+", "-") + ".png"), true);
        }
        visitor.page.setViewportSize(1440, 900);
    }

    /** Rows that are too high, cells that do not say what they are, buttons that stand outside their row or the screen. */
    private static final String CARDS = """
            Array.from(document.querySelectorAll('.listing tbody tr')).flatMap(row => {
              const card = row.getBoundingClientRect();
              const out = Array.from(row.querySelectorAll('a.press, button')).filter(b => b.checkVisibility()).map(b => b.getBoundingClientRect())
                .filter(b => b.right > innerWidth || b.left < 0 || b.top < card.top - 1 || b.bottom > card.bottom + 1 || b.width < 20);
              const heads = Array.from(row.closest('table').querySelectorAll('thead th'));
              const silent = Array.from(row.cells).filter((cell, i) => heads[i] && heads[i].textContent.trim() && cell.colSpan === 1
                && cell.dataset.label !== heads[i].textContent.trim());
              const faults = [];
              if (card.height > 160) faults.push('high ' + Math.round(card.height));
              if (out.length) faults.push(out.length + ' buttons outside');
              if (silent.length) faults.push(silent.length + ' cells without their head');
              return faults.map(fault => fault + ': ' + row.textContent.replace(/\\s+/g, ' ').slice(0, 80));
            })""";

    /** The hall before a projector and on a phone; the office's own pages too. */
    private void halls(Visitor visitor) throws Exception {
        people.open(
                new AccountDesk.Application("office", "周敏", Role.OFFICE, Visitor.PASSWORD, Visitor.PASSWORD),
                new Actor("system", "", ""),
                "试验");
        visitor.page.context().clearCookies();
        visitor.logIn("office");
        List<String> acts = List.of(CannedDraws.DRAWN, CannedDraws.READY + "/start", CannedDraws.REVEALING + "/desk");
        hall(visitor, 1920, 1080, "zh-CN", "light", CannedDraws.ALL);
        if (Visitor.EVERY_COMBINATION) {
            hall(visitor, 375, 800, "zh-CN", "dark", acts);
        }
        hall(visitor, 1920, 1080, "en", "dark", acts);
        hall(visitor, 375, 800, "en", "light", CannedDraws.ALL);
    }

    private static void hall(Visitor visitor, int width, int height, String language, String theme, List<String> paths)
            throws Exception {
        visitor.page.setViewportSize(width, height);
        visitor.speak(language);
        visitor.wear(theme);
        for (String path : paths) {
            look(visitor, "/draws/" + path, language, theme);
            if (!path.endsWith("/desk")) {
                assertThat(smallest(visitor)).as(path).isGreaterThanOrEqualTo(20);
            }
        }
    }

    /** Size of the smallest letters on the page, in pixels. */
    private static double smallest(Visitor visitor) {
        return ((Number) visitor.page.evaluate("""
                        Math.min(...Array.from(document.querySelectorAll('body *'))
                          .filter(e => e.checkVisibility() && Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim()))
                          .map(e => parseFloat(getComputedStyle(e).fontSize)))""")).doubleValue();
    }

    private static void look(Visitor visitor, String path, String language, String theme) throws Exception {
        String what = path + " " + language + " " + theme + " " + visitor.page.viewportSize().width;
        visitor.visit(path);
        assertThat(visitor.page.locator("html").getAttribute("data-bs-theme"))
                .as(what)
                .isEqualTo(theme);
        assertThat(visitor.page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        assertThat(visitor.page.content()).as(what).doesNotContain("??", CannedBooks.PERSON);
        visitor.inspect(what);
        visitor.picture(
                Path.of("target/screenshots", what.substring(1).replaceAll("[^A-Za-z0-9]+", "-") + ".png"), true);
    }

    private static void keysLeadToThePages(Visitor visitor) {
        visitor.visit("/ops");
        visitor.page.keyboard().press("/");
        assertThat(visitor.page.evaluate("document.activeElement.id")).isEqualTo("search");
        visitor.page.evaluate("document.activeElement.blur()");
        visitor.page.keyboard().press("?");
        assertThat(visitor.page.locator("#help").isVisible()).isTrue();
        visitor.page.keyboard().press("Escape");
        assertThat(visitor.page.locator("#help").isVisible()).isFalse();
        visitor.page.keyboard().press("g");
        visitor.page.keyboard().press("q");
        visitor.page.waitForURL("**/quarantine");
    }
}
