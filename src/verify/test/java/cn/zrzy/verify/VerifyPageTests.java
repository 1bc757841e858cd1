package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** verify.html as a citizen meets it: from file://, on a screen 375 px wide, without network. */
class VerifyPageTests {

    private final List<String> requests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Page page;

    @BeforeEach
    void open() {
        page = Trio.get().phone();
        page.onRequest(r -> requests.add(r.url()));
        page.onPageError(errors::add);
    }

    @AfterEach
    void close() {
        assertThat(errors).isEmpty();
        assertThat(requests).allMatch(u -> u.startsWith("blob:") || u.startsWith("data:") || u.startsWith("file:"));
        page.close();
    }

    private void choose(String name, byte[] bytes, String verdict) {
        page.locator("[data-testid=verify-file]").setInputFiles(new FilePayload(name, "application/zip", bytes));
        page.locator("[data-testid=verify-verdict][data-state=" + verdict + "]").waitFor();
    }

    @Test
    void aTrueBundleIsConsistentInWords() {
        choose("draw.zip", SmallBundles.drawn().zip(), "pass");
        assertThat(page.locator("[data-testid=verify-verdict]").innerText()).startsWith("✔ 一致");
        assertThat(page.locator("li.step")).isNotNull();
        assertThat(page.locator("li.step").count()).isEqualTo(11);
        assertThat(page.locator("li.step[data-state=pass]").count()).isEqualTo(10);
        assertThat(page.locator("[data-testid=verify-step-7]").innerText()).contains("✔", "通过", "签号");
        long overflow = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).longValue();
        assertThat(overflow).as("nothing sticks out of a phone").isLessThanOrEqualTo(0);
        assertThat(page.locator("#verdict").getAttribute("aria-live")).isEqualTo("polite");
    }

    @Test
    void oneChangedByteIsNotConsistentAndNamesItsStep() {
        byte[] zip = SmallBundles.drawn()
                .edit("reserve.csv", t -> t.replace("T01|A", "T01|B"))
                .zip();
        choose("draw.zip", zip, "fail");
        assertThat(page.locator("[data-testid=verify-verdict]").innerText()).startsWith("✖ 不一致");
        Locator step = page.locator("[data-testid=verify-step-1]");
        assertThat(step.innerText()).contains("✖", "不通过", "E-SEAL", "reserve.csv");
        assertThat(page.locator("[data-code=E-SEAL]").count()).isOne();
    }

    @Test
    void whatIsNoBundleSaysSo() {
        choose("cat.zip", new byte[] {1, 2, 3}, "unusable");
        assertThat(page.locator("[data-testid=verify-verdict]").innerText()).contains("无法核验");
        assertThat(page.locator("#detail").isHidden()).isTrue();
    }

    @Test
    void anEnterpriseFindsItself() {
        Forge forge = SmallBundles.drawn();
        String drawn = forge.text("result.objects.csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",")[2];
        choose("draw.zip", forge.zip(), "pass");
        ask(drawn.toLowerCase(java.util.Locale.ROOT), "drawn");
        assertThat(page.locator("[data-testid=verify-answer]").innerText()).contains("被抽中", "收录证明", "入选线");
        ask(SmallBundles.creditCode(6), "excluded");
        assertThat(page.locator("[data-testid=verify-answer]").innerText()).contains("已注销");
        ask("91410000000999999X", "absent");
        assertThat(page.locator("[data-testid=verify-answer]").innerText()).contains("不在本次抽取的名单中");
        assertThat(page.locator("[data-testid=verify-verdict]").getAttribute("data-state"))
                .isEqualTo("pass");
    }

    private void ask(String code, String status) {
        page.locator("[data-testid=verify-code]").fill(code);
        page.locator("[data-testid=verify-lookup]").click();
        page.locator("[data-testid=verify-answer] [data-state=" + status + "]").waitFor();
    }

    @Test
    void theReportIsTheOneOfTheOthers() throws IOException {
        byte[] zip = SmallBundles.drawn().zip();
        choose("draw.zip", zip, "pass");
        Download download = page.waitForDownload(
                () -> page.locator("[data-testid=verify-report]").click());
        String saved = Files.readString(download.path(), StandardCharsets.UTF_8).strip();
        String java = Trio.get().java(zip, "", Trio.NOW).replace("\"verifier\":\"java\"", "\"verifier\":\"js\"");
        assertThat(saved).isEqualTo(java);
        assertThat(download.suggestedFilename()).isEqualTo("verify-" + SmallBundles.DRAW_NO + ".json");
    }

    @Test
    void itSpeaksEnglishAndGrows() {
        choose("draw.zip", SmallBundles.drawn().zip(), "pass");
        page.locator("#language").click();
        assertThat(page.locator("[data-testid=verify-verdict]").innerText()).contains("Consistent");
        assertThat(page.locator("h1").innerText()).isEqualTo("Verify the draw");
        page.locator("#size").click();
        assertThat(page.evaluate("getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo("22px");
    }

    @Test
    void withoutJavaScriptItTellsThePythonWay() throws IOException {
        String html = Files.readString(Trio.PAGE, StandardCharsets.UTF_8);
        String noscript = html.substring(html.indexOf("<noscript>"), html.indexOf("</noscript>"));
        assertThat(noscript).contains("python3 verify.py");
        assertThat(html).doesNotContain("http://", "https://", "src=\"", "@import");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void accessibilityCheckersFindNothing() {
        choose("draw.zip", SmallBundles.drawn().zip(), "pass");
        var results = new com.deque.html.axecore.playwright.AxeBuilder(page).analyze();
        assertThat(results.getViolations())
                .extracting(v -> v.getId() + " " + v.getNodes())
                .isEmpty();
    }
}
