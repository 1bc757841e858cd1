package cn.zrzy.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 抽取结果登记表 as PDF: readable, self-contained, the same twice, and honest about what its font cannot print. */
@SiteTest
class FormPaperTests {

    @Autowired
    SiteScenes scenes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DrawViews views;

    @Autowired
    Pages pages;

    @Autowired
    SiteSettings settings;

    @BeforeEach
    void play() {
        scenes.play();
    }

    /** A paper of its own, so that nothing is remembered from an earlier print. */
    private byte[] pdf(String drawNo) {
        return new FormPaper(pages, new FormFont(), settings)
                .pdf(views.of(dossiers.find(drawNo).orElseThrow()));
    }

    @Test
    void namesCanBeReadAndEveryFontIsInside() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(SiteScenes.DRAWN))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("抽取结果登记表", SiteScenes.FIRST_FIRM, "赵*（豫K-", "测绘法", "notary-dice", "市场监管局：未揭示")
                    .contains("主持", "操作", "监督（纪检）", "见证", "draw-protocol/1", "分管副局长")
                    .contains(scenes.outcome(SiteScenes.DRAWN).seed())
                    .doesNotContain("建国", "13812345678");
            Set<String> fonts = new TreeSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).singleElement().asString().contains("NotoSerifSC");
        }
    }

    @Test
    void aCharacterWithoutGlyphIsPrintedAsItsNumberAndTheFormSaysSo() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(SiteScenes.DRAWN))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("许昌〔U+20000〕山测绘有限公司", "打印字库没有收录的字", "共1个");
        }
        try (PDDocument document = Loader.loadPDF(pdf(SiteScenes.VOID))) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("打印字库没有收录的字");
        }
        FormFont font = new FormFont();
        assertThat(font.printable("𬭛䶮堃镕喆犇")).isEqualTo("𬭛䶮堃镕喆犇");
    }

    @Test
    void theQrCodeLeadsToTheNotice() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(SiteScenes.DRAWN))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            Path picture = Path.of("target/screenshots/site-form-pdf.png");
            Files.createDirectories(picture.getParent());
            ImageIO.write(image, "png", picture.toFile());
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            assertThat(new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(new HybridBinarizer(light)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("https://zrzy.xuchang.example/pub/draws/" + SiteScenes.DRAWN);
        }
    }

    @Test
    void theSameEvidenceGivesTheSameBytes() {
        assertThat(pdf(SiteScenes.OPENED)).isEqualTo(pdf(SiteScenes.OPENED));
        assertThat(pdf(SiteScenes.OPENED)).isNotEqualTo(pdf(SiteScenes.DRAWN));
    }

    @Test
    void everyStateHasItsForm() throws Exception {
        for (String drawNo :
                new String[] {SiteScenes.FROZEN, SiteScenes.SEALED, SiteScenes.VOID, SiteScenes.PLATFORM}) {
            try (PDDocument document = Loader.loadPDF(pdf(drawNo))) {
                assertThat(new PDFTextStripper().getText(document)).contains(drawNo, "主持");
            }
        }
    }
}
