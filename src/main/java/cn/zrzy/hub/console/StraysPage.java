package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.delivery.StrayDesk;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 无主来件: what came in and belongs to nothing, or was not read; looked at, and filed with a reason. */
@Controller
class StraysPage {

    private static final int MOST = 200;

    private final StrayDesk desk;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StraysPage(StrayDesk desk, AuditTrail audit, TransactionTemplate transaction) {
        this.desk = desk;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/strays")
    String strays(Model model) {
        model.addAttribute("strays", desk.open(MOST));
        model.addAttribute("total", desk.count());
        return "console/strays";
    }

    @PostMapping("/strays/{no}")
    @Action
    String file(
            @PathVariable long no, @RequestParam String reason, HttpServletRequest request, RedirectAttributes flash) {
        Actor by = Actor.of(request);
        transaction.executeWithoutResult(status -> {
            if (!desk.settle(no, by.username(), reason)) {
                throw new Rejected("E-STRAY-SETTLED", "这一件已由别人归档，请刷新页面");
            }
            audit.record(by.did("delivery.stray-filed", Long.toString(no), reason, "待查", "已归档", "成功"));
        });
        flash.addFlashAttribute("done", "done.stray.filed");
        return "redirect:/strays";
    }
}
