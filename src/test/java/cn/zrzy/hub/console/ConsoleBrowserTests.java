package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person's way into the console and over its pages, in a real browser. */
@SpringBootTest(
        classes = ConsoleHarness.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.server.port=0"
        })
class ConsoleBrowserTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String PASSWORD = "Night-Watch-2026";
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

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private Page page;

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(Files.exists(CHROMIUM), "chromium is not installed");
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-quic",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        page.onRequestFailed(request -> {
            // A poll that a change of page cut short has not failed.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                complaints.add("failed: " + request.url() + " " + request.failure());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("data:")
                    && !"localhost".equals(URI.create(request.url()).getHost())) {
                complaints.add("foreign: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
    }

    @AfterEach
    void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @Test
    void leadsFromTheSetupLinkOverEveryPageInBothLanguagesAndThemes() throws Exception {
        logInThroughTheSetupLink();
        for (String language : new String[] {"zh-CN", "en"}) {
            visit("/language?to=" + language + "&back=/ops");
            for (String theme : new String[] {"light", "dark"}) {
                page.locator("[data-testid=theme-" + theme + "]").click();
                for (String path : PAGES) {
                    visit(path);
                    check(path, language, theme);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private void logInThroughTheSetupLink() throws Exception {
        String link = Files.readString(data.resolve("setup-link.txt")).strip();
        visit(link.substring(link.indexOf("/setup")));
        inspect("/setup");
        fill("setup-username", "chenwei");
        fill("setup-name", "陈伟");
        fill("setup-password", PASSWORD);
        fill("setup-repeated", PASSWORD);
        page.locator("[data-testid=setup]").click();
        page.waitForURL("**/login?ready");
        inspect("/login");
        fill("login-username", "chenwei");
        fill("login-password", PASSWORD);
        page.locator("[data-testid=login]").click();
        page.waitForURL("**/ops");
    }

    private void check(String path, String language, String theme) throws Exception {
        String what = path + " " + language + " " + theme;
        assertThat(page.locator("html").getAttribute("data-bs-theme")).as(what).isEqualTo(theme);
        assertThat(page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        assertThat(page.content()).as(what).doesNotContain("??", CannedBooks.PERSON);
        if ("/routes".equals(path)) {
            page.waitForSelector("[data-drawn]");
            page.waitForTimeout(200);
        }
        picture(path, language, theme);
        inspect(what);
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            complaints.add(what + " scrolls sideways");
        }
    }

    private void inspect(String what) {
        AxeResults results = new AxeBuilder(page).analyze();
        results.getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .forEach(rule -> complaints.add(what + " axe: " + words(rule)));
    }

    private static String words(Rule rule) {
        return rule.getId() + " " + rule.getNodes().get(0).getTarget() + " "
                + rule.getNodes().get(0).getHtml() + " "
                + rule.getNodes().get(0).getFailureSummary();
    }

    private void picture(String path, String language, String theme) throws Exception {
        boolean forDocs = "docs".equals(System.getProperty("screenshots"));
        boolean shown = List.of("/ops", "/routes", "/messages").contains(path);
        Path folder = Path.of("target/screenshots");
        Files.createDirectories(folder);
        String name = path.substring(1).replace('/', '-') + "-" + language + "-" + theme + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
        if (forDocs && shown && "zh-CN".equals(language) && "light".equals(theme)) {
            Path docs = Files.createDirectories(Path.of("docs/screenshots"));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(docs.resolve(path.substring(1) + ".png"))
                    .setFullPage(true));
        }
    }

    private void visit(String path) {
        page.navigate("http://localhost:" + port + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    private void fill(String testId, String text) {
        page.locator("[data-testid=" + testId + "]").fill(text);
    }
}
