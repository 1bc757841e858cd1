package cn.zrzy.hub.site;

import cn.zrzy.hub.kernel.Digest;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 抽取结果登记表 as PDF: same evidence, same bytes, so that two printouts can be compared by their digest. */
@Component
class FormPaper {

    private record Printed(String html, byte[] pdf) {}

    private static final int AT_HAND = 16;

    private final Turn turn = new Turn();
    private final Map<String, Printed> atHand = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Printed> eldest) {
            return size() > AT_HAND;
        }
    });
    private final Pages pages;
    private final FormFont font;
    private final SiteSettings settings;
    private final String css;

    FormPaper(Pages pages, FormFont font, SiteSettings settings) {
        this.pages = pages;
        this.font = font;
        this.settings = settings;
        this.css = style();
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static String style() {
        try {
            return new ClassPathResource("static/assets/site/sheet.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the form's templates need beside the draw. */
    Map<String, Object> model(DrawView draw, Set<String> rare) {
        String address = address(draw.drawNo());
        return Map.of("draw", draw, "address", address, "qr", QrCode.picture(address), "rare", rare, "css", css);
    }

    /** Where the public finds and checks this draw. */
    String address(String drawNo) {
        return settings.publicUrl() + "/pub/draws/" + drawNo;
    }

    /**
     * The form as a file.
     *
     * @throws Turn.Busy when too many wait, since a form takes about a second of processor to set
     */
    byte[] pdf(DrawView draw) {
        Reader reader = new Reader(Locale.SIMPLIFIED_CHINESE, false, "");
        Set<String> rare = font.lacking(pages.text("site/paper", reader, model(draw, Set.of())));
        String html = font.printable(pages.text("site/paper", reader, model(draw, rare)));
        return known(draw, html)
                .orElseGet(() -> turn.take(() -> known(draw, html).orElseGet(() -> {
                    byte[] pdf = printed(draw, html);
                    atHand.put(draw.drawNo(), new Printed(html, pdf));
                    return pdf;
                })));
    }

    private Optional<byte[]> known(DrawView draw, String html) {
        return Optional.ofNullable(atHand.get(draw.drawNo()))
                .filter(printed -> printed.html().equals(html))
                .map(Printed::pdf);
    }

    private byte[] printed(DrawView draw, String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFont(font::open, FormFont.FAMILY, 400, FontStyle.NORMAL, true)
                .withHtmlContent(html, null)
                .toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            stamp(document, draw, html);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The time of the evidence, not of the printing; the file's identifier comes from what is printed. */
    private static void stamp(PDDocument document, DrawView draw, String html) {
        var entry = draw.dossier().entry();
        OffsetDateTime at = entry.drawnAt() == null ? entry.frozenAt() : entry.drawnAt();
        PDDocumentInformation info = document.getDocumentInformation();
        info.setTitle("抽取结果登记表 " + draw.drawNo());
        info.setCreationDate(GregorianCalendar.from(at.toZonedDateTime()));
        info.setModificationDate(null);
        document.setDocumentId(Long.parseUnsignedLong(Digest.sm3(html).substring(0, 16), 16));
    }
}
