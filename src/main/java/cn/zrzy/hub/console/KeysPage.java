package cn.zrzy.hub.console;

import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.delivery.KeyOffice;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 对键: who has said what it holds of us, who is waited for, and what the world holds and our ledger does not. */
@Controller
class KeysPage {

    private final KeyOffice office;

    KeysPage(KeyOffice office) {
        this.office = office;
    }

    @GetMapping("/keys")
    String keys(Model model) {
        model.addAttribute("sheet", office.show());
        return "console/keys";
    }

    @PostMapping("/keys/{partner}/waive")
    @Action
    String waive(
            @PathVariable String partner,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        office.waive(partner, Actor.of(request).username(), reason);
        flash.addFlashAttribute("done", "done.keys.waived");
        return "redirect:/keys";
    }

    @PostMapping("/keys/{partner}/acknowledge")
    @Action
    String acknowledge(
            @PathVariable String partner,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        office.acknowledge(partner, Actor.of(request).username(), reason);
        flash.addFlashAttribute("done", "done.keys.acknowledged");
        return "redirect:/keys";
    }
}
