package cn.zrzy.hub.console.account;

import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 改角色: the buttons of the accounts' page. */
@Controller
class RolePage {

    private final RoleDesk desk;

    RolePage(RoleDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/accounts/{username}/role")
    @Action
    String ask(
            @PathVariable String username,
            @RequestParam Role role,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        desk.ask(username, role, Actor.of(request), reason);
        return back("done.role.asked", flash);
    }

    @PostMapping("/accounts/{username}/role/approve")
    @Action
    String approve(
            @PathVariable String username,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        desk.approve(username, Actor.of(request), reason);
        return back("done.role.approved", flash);
    }

    @PostMapping("/accounts/{username}/role/refuse")
    @Action
    String refuse(
            @PathVariable String username,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        desk.refuse(username, Actor.of(request), reason);
        return back("done.role.refused", flash);
    }

    private static String back(String done, RedirectAttributes flash) {
        flash.addFlashAttribute("done", done);
        return "redirect:/accounts";
    }
}
