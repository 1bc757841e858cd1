package cn.zrzy.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.DrawCode;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.paper.Signers;
import cn.zrzy.hub.draw.paper.SigningRing;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public pages as any client gets them: what they say, what they keep to themselves, how they may be cached. */
@SiteTest
class SitePagesTests {

    private static final List<String> ALL = List.of(
            SiteScenes.FROZEN,
            SiteScenes.DRAWN,
            SiteScenes.SEALED,
            SiteScenes.VOID,
            SiteScenes.OPENED,
            SiteScenes.PLATFORM);

    @LocalServerPort
    int port;

    @Autowired
    SiteScenes scenes;

    @Autowired
    DrawCode code;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void play() {
        scenes.play();
    }

    @Test
    void theListShowsEveryStateInWords() throws Exception {
        String page = text("/pub/draws?year=2026");
        assertThat(page).contains("名单已冻结", "已抽取", "结果密封中", "已作废").contains(ALL);
        assertThat(text("/pub/draws?year=2026&lang=en")).contains("List frozen", "Result sealed", "lang=\"en\"");
        assertThat(text("/pub/draws?year=1999")).contains("还没有抽取");
        assertThat(text("/pub/draws?year=abc")).contains("2026 年抽取公告与结果");
        assertThat(text("/pub")).contains("公钥指纹", SiteScenes.SEALED);
    }

    @Test
    void aDrawThatCannotBeHeldSaysSoAndPromisesNothing() throws Exception {
        String page = text("/pub/draws/" + SiteScenes.DEAD);
        assertThat(page).contains("data-state=\"DEAD\"", "不能抽取，待作废").doesNotContain("之后自动抽取");
        assertThat(text("/pub/draws?year=2026")).contains("不能抽取，待作废");
    }

    @Test
    void aPageThatFailsWearsTheCitizensDressAndGivesATelephone() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/pub/broken"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        String page = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(page)
                .contains("网页没有打开", "0374-2960000", "/assets/site/site.css")
                .doesNotContain("值班", "console", "<script", "no such disk");
    }

    @Test
    void theCodeByItselfLeadsToTheDraw() throws Exception {
        URI code = URI.create("http://localhost:" + port + "/pub/draws/" + SiteScenes.FROZEN + "/qr.png");
        BufferedImage image = ImageIO.read(code.toURL());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bits = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(new QRCodeReader().decode(bits).getText())
                .isEqualTo("https://zrzy.xuchang.example/pub/draws/" + SiteScenes.FROZEN);
    }

    @Test
    void aDrawnDrawTellsEverythingAndNamesNobodyInFull() throws Exception {
        DrawOutcome outcome = scenes.outcome(SiteScenes.DRAWN);
        String page = text("/pub/draws/" + SiteScenes.DRAWN);
        for (Pick pick : outcome.picks()) {
            assertThat(page).contains(pick.subjectId());
        }
        assertThat(page).contains(SiteScenes.FIRST_FIRM, "赵*", "市场监管局", "未揭示", "未到齐：市场监管局");
        assertThat(plain(page)).contains(outcome.seed());
        assertThat(page).contains("测绘法", "分管副局长", "换人", "回避：", "138****5678").doesNotContain("13812345678", "建国");
        TeamSeat gone = outcome.seats().get(0);
        assertThat(page).contains(gone.inspectorId());
        for (String meta : List.of("SiteName", "SiteIDCode", "ColumnName", "ArticleTitle", "PubDate")) {
            assertThat(page).contains("<meta name=\"" + meta + "\" content=\"");
        }
        assertThat(page).contains("概率表", "20 个人人可算的虚拟种子", "被派机会");
        assertThat(text("/pub/draws/" + SiteScenes.FROZEN)).doesNotContain("概率表");
        assertThat(page).contains("您的位置", "主办", "承办", "0374-2960000", "4110000001");
    }

    @Test
    void beforeTheDrawItSaysWhatIsAwaitedAndShowsNoRevealedValue() throws Exception {
        String page = text("/pub/draws/" + SiteScenes.FROZEN);
        assertThat(page).contains("等待揭示", "等待产生", "2026-11-23 21:30").doesNotContain("id=\"result\"");
        String value =
                cn.zrzy.hub.draw.LedgerScenes.revealed("").reveals().get(0).value();
        assertThat(plain(page)).doesNotContain(value);
        assertThat(plain(text("/pub/draws/" + SiteScenes.DRAWN))).contains(value);
    }

    @Test
    void aSealedDrawLeaksNobodyThroughAnyPage() throws Exception {
        DrawOutcome outcome = scenes.outcome(SiteScenes.SEALED);
        String base = "/pub/draws/" + SiteScenes.SEALED;
        List<String> drawn =
                outcome.picks().stream().map(Pick::subjectId).distinct().toList();
        StringBuilder said = new StringBuilder();
        for (String path : List.of(base, base + "/form", base + "/membership", "/pub", "/pub/draws")) {
            said.append(plain(text(path)));
        }
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(get(base + "/form.pdf").body())) {
            said.append(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf));
        }
        String pages = said.toString();
        said.append(new String(get(base + "/bundle.zip").body(), StandardCharsets.UTF_8)
                .replaceAll("(?s)PK..objects.jsonl.*?PK", ""));
        assertThat(text(base)).contains("结果密封中", "2026-12-23");
        for (Pick pick : outcome.picks()) {
            assertThat(said).doesNotContain(pick.ticket());
        }
        assertThat(pages).doesNotContain(drawn).doesNotContain(SiteScenes.FIRST_FIRM, "第03测绘");
        for (TeamSeat seat : outcome.seats()) {
            assertThat(pages).doesNotContain(seat.inspectorId());
        }
        String mine = text(base + "/membership?id=" + drawn.get(0));
        assertThat(mine).contains("在名单中", "结果密封至").doesNotContain("member-standing", "member-stands");
        Set<String> answers = new HashSet<>();
        for (String id : List.of(drawn.get(0), notDrawn(outcome))) {
            String answer = text(base + "/membership?id=" + id);
            answers.add(answer.substring(answer.indexOf("member-answer"))
                    .replace(id, "")
                    .replaceAll("第 \\d+ 条|[0-9a-f]{8}", ""));
        }
        assertThat(answers).as("drawn or not, the answer is the same").hasSize(1);
    }

    private String notDrawn(DrawOutcome outcome) {
        Set<String> drawn = new HashSet<>();
        outcome.picks().forEach(pick -> drawn.add(pick.subjectId()));
        return cn.zrzy.hub.draw.LedgerScenes.frozen("XC-2026-0001", "X", "0".repeat(64), new byte[0])
                .request()
                .subjects()
                .stream()
                .filter(s -> s.exclusionCode().isEmpty() && !drawn.contains(s.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void anOpenedDrawShowsItsSecretAndItsPeople() throws Exception {
        String page = text("/pub/draws/" + SiteScenes.OPENED);
        assertThat(page).contains("已抽取", "密封值", SiteScenes.FIRST_FIRM);
    }

    @Test
    void aVoidedDrawShowsReasonApproverAndShadowResult() throws Exception {
        String page = text("/pub/draws/" + SiteScenes.VOID);
        assertThat(page).contains("已作废", "名录漏报 12 户", "局长办公会", "试算结果");
        for (Pick pick : scenes.outcome(SiteScenes.VOID).picks()) {
            assertThat(page).contains(pick.subjectId());
        }
    }

    @Test
    void aPlatformDrawNamesTheRulesItBreaks() throws Exception {
        assertThat(text("/pub/draws/" + SiteScenes.PLATFORM)).contains("由省平台抽取", "平台结果与规则不符", "国家授时中心：清单已盖");
    }

    @Test
    void membershipAnswersInWordsForEveryKindOfCode() throws Exception {
        DrawOutcome outcome = scenes.outcome(SiteScenes.DRAWN);
        String base = "/pub/draws/" + SiteScenes.DRAWN + "/membership";
        Pick pick = outcome.picks().get(0);
        String drawn = text(base + "?id=%20" + pick.subjectId().toLowerCase(java.util.Locale.ROOT));
        assertThat(drawn).contains("在名单中", "抽中，第 " + pick.rank() + " 名", "入选线");
        assertThat(plain(drawn)).contains(pick.ticket());
        Pick reserve = outcome.reserves().stream()
                .filter(r ->
                        outcome.picks().stream().noneMatch(p -> p.subjectId().equals(r.subjectId())))
                .findFirst()
                .orElseThrow();
        assertThat(text(base + "?id=" + reserve.subjectId())).contains("备选，第 " + reserve.rank() + " 名", "没有抽中");
        assertThat(text(base + "?id=" + notDrawn(outcome))).contains("在名单中");
        assertThat(text(base + "?id=91410000000999999X")).contains("不在名单中", "前一家", "后一家");
        assertThat(text(base + "?id=%3Cscript%3E")).contains("代码写法不对").doesNotContain("<script>", "<SCRIPT>");
        HttpResponse<byte[]> proof = get(base + ".json?id=" + pick.subjectId());
        assertThat(new String(proof.body(), StandardCharsets.UTF_8)).contains("\"path\":[", pick.subjectId());
        assertThat(get(base + ".json?id=%3C").statusCode()).isEqualTo(404);
    }

    @Test
    void programsAreByteForByteThoseOfTheBundles() throws Exception {
        HttpResponse<byte[]> page = get("/pub/verify");
        assertThat(page.body()).isEqualTo(Files.readAllBytes(Path.of("src/verify/web/verify.html")));
        assertThat(page.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .contains("script-src 'unsafe-inline' blob:", "frame-ancestors 'none'");
        assertThat(get("/pub/verify.py").body()).isEqualTo(Files.readAllBytes(Path.of("src/verify/python/verify.py")));
        String about = plain(text("/pub/verify/about"));
        assertThat(about)
                .contains(
                        cn.zrzy.hub.kernel.Digest.sm3(page.body()),
                        cn.zrzy.hub.kernel.Digest.sha256(page.body()),
                        "python3 verify.py");
    }

    @Test
    void presentAndFormerKeysAreShownWithTheirPeriods() throws Exception {
        for (String path : List.of("/pub", "/pub/verify/about")) {
            assertThat(plain(text(path)))
                    .contains(fingerprint("1f", "2e"), "2026-07-01 启用", "停用的公钥")
                    .containsSubsequence(fingerprint("3d", "4c"), "2025-01-01", "2026-06-30");
        }
    }

    @Test
    void theCodeThatDrawsIsNamed() throws Exception {
        assertThat(code.sm3()).matches("[0-9a-f]{64}");
        assertThat(plain(text("/pub"))).contains(code.version(), code.sm3());
    }

    private static String fingerprint(String sm2, String ed25519) {
        return SigningRing.of(new Signers(sm2.repeat(32), ed25519.repeat(32)))
                .published()
                .get(0)
                .keys()
                .fingerprint();
    }

    @Test
    void everyAnswerIsCacheableAndSetsNoCookie() throws Exception {
        String draw = "/pub/draws/" + SiteScenes.DRAWN;
        for (String path : List.of("/pub", "/pub/draws", draw, draw + "/form", draw + "/form.pdf", "/pub/verify")) {
            HttpResponse<byte[]> first = get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(first.headers().firstValue("cache-control").orElse(""))
                    .as(path)
                    .contains("public");
            assertThat(first.headers().map()).as(path).doesNotContainKeys("set-cookie", "pragma", "expires");
            String tag = first.headers().firstValue("etag").orElseThrow();
            assertThat(get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
        }
        HttpResponse<byte[]> bundle = get(draw + "/bundle.zip");
        String tag = bundle.headers().firstValue("etag").orElseThrow();
        assertThat(get(draw + "/bundle.zip", "If-None-Match", tag).statusCode()).isEqualTo(304);
        byte[] begin = {'P', 'K', 3, 4};
        assertThat(get(draw + "/bundle.zip", "Range", "bytes=0-3").body()).isEqualTo(begin);
        assertThat(get(draw + "/bundle.zip", "Range", "bytes=0-3", "If-Range", tag)
                        .body())
                .isEqualTo(begin);
        HttpResponse<byte[]> stale = get(draw + "/bundle.zip", "Range", "bytes=0-3", "If-Range", "\"older\"");
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.body()).as("never two versions in one file").isEqualTo(bundle.body());
    }

    @Test
    void theBundleIsMadeOnceAndItsOldOneIsForgotten() throws Exception {
        get("/pub/draws/" + SiteScenes.DRAWN + "/bundle.zip");
        Path folder = Path.of("target/test-site-" + System.getProperty("fork", "1"), "site");
        Path kept = only(folder);
        var made = Files.getLastModifiedTime(kept);
        get("/pub/draws/" + SiteScenes.DRAWN + "/bundle.zip");
        assertThat(only(folder)).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(made);
    }

    private static Path only(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> own = files.filter(f -> f.getFileName().toString().startsWith(SiteScenes.DRAWN))
                    .toList();
            assertThat(own).hasSize(1);
            return own.get(0);
        }
    }

    @Test
    void whatIsNotThereIsSaidAndNothingCanBeSent() throws Exception {
        for (String path : List.of("/pub/draws/XC-2026-9999", "/pub/nothing", "/pub/draws/a%2Fb/form")) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(text("/pub/draws/XC-2026-9999")).contains("没有这个页面");
        HttpRequest post = HttpRequest.newBuilder(uri("/pub/draws"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(post, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(405);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    /** Without the marks that break long hex. */
    private static String plain(String page) {
        return page.replaceAll("</span><wbr/?><span>", "");
    }
}
