package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.DrawCode;
import cn.zrzy.hub.draw.DrawLedger;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 公示专栏首页, and the page for whatever is not there. */
@Controller
class HomePage {

    private static final int LATEST = 5;

    private final Pages pages;
    private final DrawList draws;
    private final DrawLedger ledger;
    private final DrawCode code;

    HomePage(Pages pages, DrawList draws, DrawLedger ledger, DrawCode code) {
        this.pages = pages;
        this.draws = draws;
        this.ledger = ledger;
        this.code = code;
    }

    @GetMapping("/pub")
    ResponseEntity<byte[]> home(
            @RequestParam(required = false) String lang, @RequestParam(required = false) String size) {
        List<DrawList.Line> latest = draws.latest(LATEST);
        return pages.show(
                "site/home",
                Reader.of(lang, size, "/pub"),
                Map.of("latest", latest, "keys", ledger.keys(), "code", code));
    }

    @GetMapping("/pub/**")
    ResponseEntity<byte[]> missing(
            @RequestParam(required = false) String lang, @RequestParam(required = false) String size) {
        return pages.missing(Reader.of(lang, size, "/pub"));
    }
}
