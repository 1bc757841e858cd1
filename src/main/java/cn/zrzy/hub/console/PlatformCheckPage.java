package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.ceremony.hall.DrawOffice;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Acting;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 平台核对: what the platform drew against our rules and waits for a person. */
@Controller
class PlatformCheckPage {

    private final PlatformChecks checks;
    private final DrawOffice office;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PlatformCheckPage(PlatformChecks checks, DrawOffice office, AuditTrail audit, TransactionTemplate transaction) {
        this.checks = checks;
        this.office = office;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/draws/platform-check")
    String open(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("open", checks.open());
        model.addAttribute("office", person.role() == Role.OFFICE);
        return "console/platform-check";
    }

    /** @param reason what was agreed with the platform, and by which paper */
    @PostMapping("/draws/{drawNo}/settlement")
    @Action
    String settle(
            @PathVariable String drawNo,
            @RequestParam String reason,
            HttpServletRequest http,
            RedirectAttributes flash) {
        transaction.executeWithoutResult(status -> {
            office.settle(drawNo, reason, Acting.now().orElseThrow());
            audit.record(Actor.of(http).did("draw.settle", drawNo, reason, "", "", "成功"));
        });
        flash.addFlashAttribute("done", "done.draw.settle");
        return "redirect:/draws/platform-check";
    }
}
