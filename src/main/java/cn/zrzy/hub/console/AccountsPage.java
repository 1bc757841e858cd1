package cn.zrzy.hub.console;

import cn.zrzy.hub.console.account.PasswordLinkDesk;
import cn.zrzy.hub.console.account.RoleDesk;
import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.OwnPassword;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
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

    private final OwnPassword password;
    private final AccountDesk desk;
    private final PasswordLinkDesk links;
    private final RoleDesk roleWishes;
    private final MessageSource messages;
    private final String consoleUrl;

    AccountsPage(
            AccountDesk desk,
            PasswordLinkDesk links,
            RoleDesk roleWishes,
            OwnPassword password,
            MessageSource messages,
            @Value("${hub.console.url:http://127.0.0.1:8080}") String consoleUrl) {
        this.password = password;
        this.desk = desk;
        this.links = links;
        this.roleWishes = roleWishes;
        this.messages = messages;
        this.consoleUrl = consoleUrl;
    }

    @GetMapping("/accounts")
    String accounts(Model model) {
        model.addAttribute("accounts", desk.all());
        model.addAttribute("logins", desk.lastLogins());
        model.addAttribute("wishes", roleWishes.open());
        model.addAttribute("waiting", links.waiting());
        model.addAttribute("roles", Role.values());
        return "console/accounts";
    }

    /** The link is shown in this very answer: after a redirect it would have lain in the session. */
    @PostMapping("/accounts")
    @Action
    String open(
            @RequestParam String username,
            @RequestParam String displayName,
            @RequestParam Role role,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        AccountDesk.Invitation invitation = new AccountDesk.Invitation(username, displayName, role);
        desk.objection(invitation).ifPresent(key -> {
            throw new Rejected("E-ACCOUNT", messages.getMessage(key, null, locale));
        });
        links.requireHands(invitation.username(), Actor.of(request));
        desk.invite(invitation, Actor.of(request), reason);
        return handOver(invitation.username(), reason, request, model);
    }

    /** Of another one's account: who is logged in changes her own password, and proves herself by the old one. */
    @PostMapping("/accounts/{username}/password-link")
    @Action
    String reset(
            @PathVariable String username,
            @RequestParam String current,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        requireOwner(current, request, locale);
        boolean other = !Actor.of(request).username().equals(username)
                && desk.all().stream().anyMatch(account -> account.username().equals(username) && account.enabled());
        if (!other) {
            throw new Rejected("E-ACCOUNT", messages.getMessage("account.link.self", null, locale));
        }
        return handOver(username, reason, request, model);
    }

    /** A link takes an account over for good; who finds an open session of an administrator must not be able to make one. */
    private void requireOwner(String current, HttpServletRequest request, Locale locale) {
        password.doubt(Actor.of(request), current).ifPresent(key -> {
            throw new Rejected("E-ACCOUNT", messages.getMessage(key, null, locale));
        });
    }

    private String handOver(String username, String reason, HttpServletRequest request, Model model) {
        model.addAttribute("link", consoleUrl + "/welcome?token=" + links.make(username, Actor.of(request), reason));
        model.addAttribute("linkOf", username);
        return accounts(model);
    }

    /** The code is shown in this very answer, as the link was. */
    @PostMapping("/accounts/{username}/password-link/confirm")
    @Action
    String confirm(
            @PathVariable String username,
            @RequestParam String current,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        requireOwner(current, request, locale);
        model.addAttribute("code", links.confirm(username, Actor.of(request), reason));
        model.addAttribute("linkOf", username);
        return accounts(model);
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
