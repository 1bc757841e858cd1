package cn.zrzy.hub.site;

import cn.zrzy.hub.ceremony.record.ProbabilitySheets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 抽取公告与结果: the list, one draw, and the question whether one is in it. */
@Controller
@RequestMapping("/pub/draws")
class DrawPages {

    private final Pages pages;
    private final Dossiers dossiers;
    private final DrawViews views;
    private final DrawList draws;
    private final ProbabilitySheets sheets;
    private final Clock clock;

    DrawPages(Pages pages, Dossiers dossiers, DrawViews views, DrawList draws, ProbabilitySheets sheets, Clock clock) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.views = views;
        this.draws = draws;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) String lang,
            @RequestParam(required = false) String size) {
        List<Integer> years = draws.years();
        int newest = years.isEmpty() ? LocalDate.now(clock).getYear() : years.get(0);
        int shown = year.matches("[0-9]{4}") ? Integer.parseInt(year) : newest;
        return pages.show(
                "site/draws",
                Reader.of(lang, size, "/pub/draws?year=" + shown),
                Map.of("years", years, "year", shown, "draws", draws.of(shown)));
    }

    @GetMapping("/{drawNo}")
    ResponseEntity<byte[]> draw(
            @PathVariable String drawNo,
            @RequestParam(required = false) String lang,
            @RequestParam(required = false) String size) {
        Reader reader = Reader.of(lang, size, "/pub/draws/" + Reader.encoded(drawNo));
        return dossiers.find(drawNo)
                .map(views::of)
                .map(view -> pages.show("site/draw", reader, Map.of("draw", view, "sheet", sheets.find(view.drawNo()))))
                .orElseGet(() -> pages.missing(reader));
    }

    @GetMapping("/{drawNo}/membership")
    ResponseEntity<byte[]> membership(
            @PathVariable String drawNo,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) String lang,
            @RequestParam(required = false) String size) {
        String asked = MembershipAnswer.normal(id);
        String here = "/pub/draws/" + Reader.encoded(drawNo) + "/membership"
                + (asked.isEmpty() ? "" : "?id=" + Reader.encoded(asked));
        Reader reader = Reader.of(lang, size, here);
        Optional<Dossier> found = dossiers.find(drawNo);
        if (found.isEmpty()) {
            return pages.missing(reader);
        }
        DrawView view = views.of(found.get());
        if (asked.isEmpty()) {
            return pages.show("site/membership", reader, Map.of("draw", view));
        }
        return pages.answer(
                "site/membership", reader, Map.of("draw", view, "answer", MembershipAnswer.of(found.get(), asked)));
    }

    /** The proof itself, docs/draw/bundle-format.md §3. */
    @GetMapping(value = "/{drawNo}/membership.json")
    ResponseEntity<String> proof(@PathVariable String drawNo, @RequestParam(defaultValue = "") String id) {
        String asked = MembershipAnswer.normal(id);
        return dossiers.find(drawNo)
                .filter(dossier -> !MembershipAnswer.odd(asked))
                .map(dossier -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"membership-"
                                        + dossier.entry().drawNo() + ".json\"")
                        .body(dossier.members().proof(asked)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
