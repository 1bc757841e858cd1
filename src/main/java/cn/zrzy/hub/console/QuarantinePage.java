package cn.zrzy.hub.console;

import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.intake.QuarantinedRow;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 隔离区: the rows that could not be taken, grouped by reason. They are mended at their source. */
@Controller
class QuarantinePage {

    private static final int PAGE = 50;

    private final Quarantine quarantine;

    QuarantinePage(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GetMapping("/quarantine")
    String quarantine(
            @RequestParam(required = false) String feed,
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) QuarantinedRow.State state,
            @RequestParam(required = false) Long row,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Quarantine.Reason> reasons = quarantine.reasons();
        int from = (Math.max(1, page) - 1) * PAGE;
        List<QuarantinedRow> rows = row == null
                ? quarantine.page(blank(feed), blank(rule), state, from, PAGE + 1)
                : quarantine.find(row).stream().toList();
        long most = reasons.stream().mapToLong(Quarantine.Reason::rows).max().orElse(1);
        model.addAttribute("reasons", reasons);
        model.addAttribute("most", Math.max(1, most));
        model.addAttribute(
                "total", reasons.stream().mapToLong(Quarantine.Reason::rows).sum());
        model.addAttribute("rows", rows.size() > PAGE ? rows.subList(0, PAGE) : rows);
        model.addAttribute("more", rows.size() > PAGE);
        model.addAttribute("page", Math.max(1, page));
        model.addAttribute("feed", blank(feed));
        model.addAttribute("rule", blank(rule));
        model.addAttribute("row", row);
        return "console/quarantine";
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
