package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        "/quarantine",
        "/sync",
        "/sync/20261123-sync-parcels-from-landuse",
        "/accounts"
    };

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    @LocalServerPort
    int port;

    @Test
    void everyPageHoldsInBothLanguagesAndThemes() throws Exception {
        try (Visitor visitor = new Visitor("http://localhost:" + port, 1440, 900)) {
            visitor.logInThroughTheSetupLink(data);
            for (String language : new String[] {"zh-CN", "en"}) {
                visitor.speak(language);
                for (String theme : new String[] {"light", "dark"}) {
                    visitor.wear(theme);
                    for (String path : PAGES) {
                        look(visitor, path, language, theme);
                    }
                }
            }
            keysLeadToThePages(visitor);
            assertThat(visitor.complaints).isEmpty();
        }
    }

    private static void look(Visitor visitor, String path, String language, String theme) throws Exception {
        String what = path + " " + language + " " + theme;
        visitor.visit(path);
        assertThat(visitor.page.locator("html").getAttribute("data-bs-theme"))
                .as(what)
                .isEqualTo(theme);
        assertThat(visitor.page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        assertThat(visitor.page.content()).as(what).doesNotContain("??", CannedBooks.PERSON);
        visitor.inspect(what);
        visitor.picture(
                Path.of(
                        "target/screenshots",
                        path.substring(1).replace('/', '-') + "-" + language + "-" + theme + ".png"),
                true);
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
