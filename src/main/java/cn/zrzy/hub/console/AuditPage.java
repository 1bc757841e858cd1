package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计: who did what, and the proof that nobody altered it. */
@Controller
class AuditPage {

    private static final int NEWEST = 200;

    private final AuditTrail trail;

    AuditPage(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            Model model) {
        model.addAttribute("entries", trail.search(actor.strip(), action.strip(), object.strip(), NEWEST));
        model.addAttribute("verdict", trail.lastVerdict().orElse(null));
        model.addAttribute("actor", actor);
        model.addAttribute("action", action);
        model.addAttribute("object", object);
        return "console/audit";
    }

    @PostMapping("/audit/check")
    @Action
    String check(@RequestParam String reason, HttpServletRequest request) {
        boolean intact = trail.verify().intact();
        trail.record(Actor.of(request).did("audit.checked", "audit.entry", reason, "", "", intact ? "完整" : "不完整"));
        return "redirect:/audit";
    }
}
