package cn.zrzy.hub.console;

import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账号: opened and closed by the administrator, who may do nothing else of the night's work. */
@Controller
class AccountsPage {

    private final AccountDesk desk;
    private final MessageSource messages;

    AccountsPage(AccountDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/accounts")
    String accounts(Model model) {
        model.addAttribute("accounts", desk.all());
        model.addAttribute("roles", Role.values());
        return "console/accounts";
    }

    @PostMapping("/accounts")
    @Action
    String open(
            @RequestParam String username,
            @RequestParam String displayName,
            @RequestParam Role role,
            @RequestParam String password,
            @RequestParam String repeated,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes flash) {
        AccountDesk.Application application =
                new AccountDesk.Application(username, displayName, role, password, repeated);
        desk.objection(application).ifPresent(key -> {
            throw new Rejected("E-ACCOUNT", messages.getMessage(key, null, locale));
        });
        desk.open(application, Actor.of(request), reason);
        flash.addFlashAttribute("done", "done.account.opened");
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/{username}/enabled")
    @Action
    String enable(
            @PathVariable String username,
            @RequestParam boolean enabled,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes flash) {
        Actor by = Actor.of(request);
        if (by.username().equals(username)) {
            throw new Rejected("E-ACCOUNT", messages.getMessage("account.self", null, locale));
        }
        desk.enable(username, enabled, by, reason);
        flash.addFlashAttribute("done", "done.account.switched");
        return "redirect:/accounts";
    }
}
