package cn.zrzy.hub.site;

import cn.zrzy.hub.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 抽取结果登记表, to print from the browser or as PDF. */
@Controller
class FormPages {

    private final Pages pages;
    private final Dossiers dossiers;
    private final DrawViews views;
    private final FormPaper paper;

    FormPages(Pages pages, Dossiers dossiers, DrawViews views, FormPaper paper) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.views = views;
        this.paper = paper;
    }

    @GetMapping("/pub/draws/{drawNo}/form")
    ResponseEntity<byte[]> form(
            @PathVariable String drawNo,
            @RequestParam(required = false) String lang,
            @RequestParam(required = false) String size) {
        Reader reader = Reader.of(lang, size, "/pub/draws/" + Reader.encoded(drawNo) + "/form");
        return dossiers.find(drawNo)
                .map(views::of)
                .map(view -> pages.show("site/form", reader, paper.model(view, Set.of())))
                .orElseGet(() -> pages.missing(reader));
    }

    @GetMapping("/pub/draws/{drawNo}/form.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String drawNo) {
        return dossiers.find(drawNo)
                .map(views::of)
                .map(paper::pdf)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noCache().cachePublic())
                        .eTag(Digest.sm3(pdf).substring(0, 32))
                        .header(HttpHeaders.CONTENT_DISPOSITION, fileName(drawNo))
                        .body(pdf))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The code on the form by itself, for the screen of the room in which the draw is held. */
    @GetMapping("/pub/draws/{drawNo}/qr.png")
    ResponseEntity<byte[]> code(@PathVariable String drawNo) {
        return dossiers.find(drawNo)
                .map(dossier -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(Pages.SHORT)
                        .body(QrCode.png(paper.address(drawNo))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String fileName(String drawNo) {
        return ContentDisposition.inline()
                .filename("抽取结果登记表-" + drawNo + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
