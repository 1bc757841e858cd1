package cn.zrzy.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.console.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public pages as a citizen meets them: on a phone and on a desk, light and dark, in both languages. */
@SiteTest
class SiteBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    SiteScenes scenes;

    @BeforeEach
    void play() {
        scenes.play();
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private List<String> paths() {
        String base = "/pub/draws/";
        String drawn = scenes.outcome(SiteScenes.DRAWN).picks().get(0).subjectId();
        List<String> paths = new ArrayList<>(List.of("/pub?", "/pub/draws?year=2026", "/pub/verify/about?"));
        for (String no : List.of(
                SiteScenes.FROZEN,
                SiteScenes.DRAWN,
                SiteScenes.SEALED,
                SiteScenes.VOID,
                SiteScenes.PLATFORM,
                SiteScenes.DEAD)) {
            paths.add(base + no + "?");
        }
        paths.add(base + SiteScenes.DRAWN + "/membership?id=" + drawn);
        paths.add(base + SiteScenes.DRAWN + "/membership?id=91410000000999999X");
        paths.add(base + SiteScenes.DRAWN + "/form?");
        paths.add("/pub/nothing?");
        return paths;
    }

    @Test
    void everyPageHoldsOnAPhoneAndOnADesk() throws Exception {
        walk(375, ColorScheme.LIGHT, "zh");
        walk(1280, ColorScheme.DARK, "en");
        if (Visitor.EVERY_COMBINATION) {
            walk(375, ColorScheme.DARK, "en");
            walk(1280, ColorScheme.DARK, "zh");
        }
    }

    private void walk(int width, ColorScheme scheme, String reader) throws Exception {
        try (Visitor visitor = new Visitor(url(), width, 900)) {
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String path : paths()) {
                String what = width + " " + scheme + " " + reader + " " + path;
                visitor.visit(path + "&lang=" + reader);
                assertThat(visitor.page.content()).as(what).doesNotContain("??", "<script");
                assertThat(visitor.page.locator("html").getAttribute("lang"))
                        .as(what)
                        .isEqualTo(reader.equals("en") ? "en" : "zh-CN");
                visitor.inspect(what);
                visitor.picture(
                        Path.of("target/screenshots", "site-" + what.replaceAll("[^A-Za-z0-9]+", "-") + ".png"), true);
            }
            assertThat(visitor.page.context().cookies()).isEmpty();
            visitor.complaints.removeIf(c -> c.startsWith("404: ") || c.contains("/pub/nothing"));
            assertThat(visitor.complaints).isEmpty();
        }
    }

    /** A visitor who notices nothing proves nothing. */
    @Test
    void theVisitorHearsAButtonWithoutANameAndAPageThatScrollsSideways() {
        try (Visitor visitor = new Visitor(url(), 375, 900)) {
            visitor.page.setContent(
                    "<html lang=zh><title>t</title><main><button></button><p style='width:900px'>x</p></main>");
            visitor.inspect("bad page");
            assertThat(visitor.complaints).hasSize(2);
            assertThat(visitor.complaints.get(0)).startsWith("bad page axe: button-name");
            assertThat(visitor.complaints.get(1)).isEqualTo("bad page scrolls sideways");
        }
    }

    @Test
    void languageAndSizeGoAlongWithoutACookie() throws Exception {
        try (Visitor visitor = new Visitor(url(), 375, 900)) {
            visitor.visit("/pub");
            visitor.page.locator("[data-testid=language]").click();
            visitor.page.locator("[data-testid=size]").click();
            visitor.page
                    .locator("[data-testid=draw-" + SiteScenes.SEALED + "] a")
                    .click();
            assertThat(visitor.page.url()).endsWith("?lang=en&size=large");
            assertThat(visitor.page.evaluate("getComputedStyle(document.documentElement).fontSize"))
                    .isEqualTo("20px");
            visitor.inspect("large type on a phone");
            visitor.page.locator("[data-testid=membership]").click();
            visitor.page.locator("[data-testid=member-id]").fill("91410000000999999x");
            visitor.page.locator("[data-testid=member-ask]").click();
            assertThat(visitor.page
                            .locator("[data-testid=member-answer]")
                            .first()
                            .innerText())
                    .contains("Not on the list", "91410000000999999X");
            assertThat(visitor.page.context().cookies()).isEmpty();
            assertThat(visitor.complaints).isEmpty();
        }
    }

    @Test
    void theVerifierPageVerifiesTheDownloadedBundle() throws Exception {
        byte[] bundle;
        try (var in = URI.create(url() + "/pub/draws/" + SiteScenes.DRAWN + "/bundle.zip")
                .toURL()
                .openStream()) {
            bundle = in.readAllBytes();
        }
        try (Visitor visitor = new Visitor(url(), 375, 900)) {
            visitor.visit("/pub/verify");
            visitor.page
                    .locator("[data-testid=verify-file]")
                    .setInputFiles(new FilePayload("draw.zip", "application/zip", bundle));
            visitor.page
                    .locator("[data-testid=verify-verdict][data-state=pass]")
                    .waitFor();
            assertThat(visitor.page.locator("[data-testid=verify-verdict]").innerText())
                    .startsWith("✔ 一致");
            bundle[bundle.length / 2] ^= 1;
            visitor.page
                    .locator("[data-testid=verify-file]")
                    .setInputFiles(new FilePayload("draw.zip", "application/zip", bundle));
            visitor.page
                    .locator("[data-testid=verify-verdict][data-state=fail]")
                    .waitFor();
            assertThat(visitor.complaints).isEmpty();
        }
    }
}
