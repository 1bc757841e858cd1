package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person at a browser who notes every complaint: console errors, failed or foreign requests, what axe finds serious. */
public final class Visitor implements AutoCloseable {

    /** What passes is thousands of nodes on a long page, and nobody reads them. */
    private static final AxeRunOptions ONLY_VIOLATIONS = new AxeRunOptions();

    static {
        ONLY_VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Every page in each language and each theme costs minutes: bin/soak does it, bin/verify looks at two of the four. */
    public static final boolean EVERY_COMBINATION = Boolean.getBoolean("screens.all");

    /** {@code -Dscreenshots=docs} takes the manual's pictures anew. */
    public static final boolean FOR_THE_DOCS = "docs".equals(System.getProperty("screenshots"));

    private static final boolean PICTURES = EVERY_COMBINATION || Boolean.getBoolean("screens.pictures") || FOR_THE_DOCS;

    public static final String PASSWORD = "Night-Watch-2026";

    public final List<String> complaints = new ArrayList<>();
    public final Page page;
    private final String url;
    private final Playwright playwright;
    private final Browser browser;

    public Visitor(String url, int width, int height) {
        assertThat(CHROMIUM)
                .as("bin/verify installs it; elsewhere: apt-get install chromium fonts-noto-cjk")
                .exists();
        this.url = url;
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
        page = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))
                .newPage();
        listen();
    }

    private void listen() {
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
            boolean ours = URI.create(url).getHost().equals(hostOf(request.url()));
            boolean made = request.url().startsWith("data:") || request.url().startsWith("blob:" + url);
            if (!made && !ours) {
                complaints.add("foreign: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
    }

    private static String hostOf(String address) {
        return address.startsWith("data:") ? "" : URI.create(address).getHost();
    }

    void logInThroughTheSetupLink(Path data) throws IOException {
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
        logIn("chenwei");
    }

    /** With {@link #PASSWORD}. */
    public void logIn(String username) {
        visit("/login");
        fill("login-username", username);
        fill("login-password", PASSWORD);
        page.locator("[data-testid=login]").click();
        page.waitForURL("**/ops");
    }

    public void speak(String language) {
        visit("/language?to=" + language + "&back=/ops");
    }

    public void wear(String theme) {
        page.locator("[data-testid=theme-" + theme + "]").click();
    }

    public String url() {
        return url;
    }

    public void visit(String path) {
        page.navigate(url + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        if ("/routes".equals(path)) {
            page.waitForSelector("[data-drawn]");
            page.waitForTimeout(300);
        }
    }

    /** Serious and critical findings of axe, and sideways scrolling. */
    public void inspect(String what) {
        new AxeBuilder(page)
                        .setLegacyMode(true) // no frames here; else it opens a page of its own for each look
                        .options(ONLY_VIOLATIONS)
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .forEach(rule -> complaints.add(what + " axe: " + words(rule)));
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            complaints.add(what + " scrolls sideways");
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + " " + rule.getNodes().get(0).getTarget() + " "
                + rule.getNodes().get(0).getHtml() + " "
                + rule.getNodes().get(0).getFailureSummary();
    }

    /** A picture of every page costs as much as looking at it: taken for the manual, or with {@code -Dscreens.pictures=true}. */
    public void picture(Path file, boolean fullPage) throws IOException {
        if (!PICTURES) {
            return;
        }
        Files.createDirectories(file.getParent());
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(fullPage));
    }

    public void fill(String testId, String text) {
        page.locator("[data-testid=" + testId + "]").fill(text);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
