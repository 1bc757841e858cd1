package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.plan.DrawOffice;
import cn.zrzy.hub.plan.PlatformAudits;
import cn.zrzy.hub.plan.PlatformChecks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 抽取审计: whether a year of the platform's draws looks like chance, and what of them waits for a person. */
@Controller
class PlatformAuditPage {

    private final PlatformAudits audits;
    private final PlatformChecks checks;
    private final DrawOffice office;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlatformAuditPage(
            PlatformAudits audits,
            PlatformChecks checks,
            DrawOffice office,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.audits = audits;
        this.checks = checks;
        this.office = office;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/draws/platform-audit")
    String audit(@RequestParam(defaultValue = "0") int year, @AuthenticationPrincipal Person person, Model model) {
        int shown = year == 0 ? LocalDate.now(clock).getYear() : year;
        model.addAttribute("year", shown);
        model.addAttribute("kept", audits.find(shown).orElse(null));
        model.addAttribute("open", checks.open());
        model.addAttribute("office", person.role() == Role.OFFICE);
        return "console/platform-audit";
    }

    /** @param reason what was agreed with the platform, and by which paper */
    @PostMapping("/draws/{drawNo}/settlement")
    @Action
    String settle(
            @PathVariable String drawNo,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            HttpServletRequest http,
            RedirectAttributes flash) {
        transaction.executeWithoutResult(status -> {
            office.settle(drawNo, reason, person.username() + "/" + person.displayName());
            audit.record(Actor.of(http).did("draw.settle", drawNo, reason, "", "", "成功"));
        });
        flash.addFlashAttribute("done", "done.draw.settle");
        return "redirect:/draws/platform-audit";
    }
}
