package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditQuery;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计: who did what, and the proof that nobody altered it. */
@Controller
class AuditPage {

    private static final int PAGE = 100;

    private final AuditTrail trail;
    private final Deeds deeds;
    private final AuditSheet sheet;

    AuditPage(AuditTrail trail, Deeds deeds, AuditSheet sheet) {
        this.trail = trail;
        this.deeds = deeds;
        this.sheet = sheet;
    }

    @GetMapping("/audit")
    String audit(@ModelAttribute("filter") AuditFilter filter, Model model) {
        List<AuditEntry> found = trail.page(query(filter), PAGE + 1);
        List<AuditEntry> entries = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("entries", entries);
        model.addAttribute(
                "next", found.size() > PAGE ? entries.get(entries.size() - 1).seq() : null);
        model.addAttribute("modules", modules());
        model.addAttribute("verdict", trail.lastVerdict().orElse(null));
        model.addAttribute("head", trail.head().orElse(null));
        return "console/audit";
    }

    @GetMapping("/audit/entries.xlsx")
    void export(@ModelAttribute("filter") AuditFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        trail.record(Actor.of(request)
                .did("audit.exported", "audit.entry", "", "", String.valueOf(request.getQueryString()), "成功"));
        sheet.write(query(filter), response);
    }

    @PostMapping("/audit/check")
    @Action
    String check(@RequestParam String reason, HttpServletRequest request) {
        boolean intact = trail.verify().intact();
        trail.record(Actor.of(request).did("audit.checked", "audit.entry", reason, "", "", intact ? "完整" : "不完整"));
        return "redirect:/audit";
    }

    /** Words that no verb is called by find nothing, not everything. */
    private AuditQuery query(AuditFilter filter) {
        List<String> actions = filter.action().isEmpty() ? List.of() : deeds.called(filter.action(), trail.actions());
        return new AuditQuery(
                filter.since(),
                filter.until(),
                filter.actor(),
                filter.actor().isEmpty() ? List.of() : deeds.accountsOf(filter.actor()),
                filter.module(),
                filter.action().isEmpty() || !actions.isEmpty() ? actions : List.of(filter.action()),
                filter.object(),
                filter.logins(),
                filter.before() == null ? Long.MAX_VALUE : filter.before());
    }

    private List<String> modules() {
        return trail.actions().stream()
                .map(action -> action.replaceFirst("[.].*", ""))
                .distinct()
                .sorted()
                .toList();
    }
}
