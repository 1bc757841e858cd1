package cn.zrzy.hub.console.token;

import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.OwnPassword;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 个人令牌: everyone's own page, whatever the role. */
@Controller
class TokensPage {

    private final TokenDesk desk;
    private final OwnPassword password;
    private final MessageSource messages;

    TokensPage(TokenDesk desk, OwnPassword password, MessageSource messages) {
        this.desk = desk;
        this.password = password;
        this.messages = messages;
    }

    @GetMapping("/tokens")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("lines", desk.of(Actor.of(request).username()));
        model.addAttribute("longest", desk.longest());
        return "console/tokens";
    }

    /**
     * Shown in the answer to the form and not after a redirect: a session may be kept on disk, where the token must not lie.
     *
     * @param current the password: who finds an open session must not be able to outlive it
     */
    @PostMapping("/tokens")
    @Action
    String make(
            @ModelAttribute TokenDesk.Wish wish,
            @RequestParam String current,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Actor by = Actor.of(request);
        password.doubt(by, current).ifPresent(key -> {
            throw new Rejected("E-TOKEN-PASSWORD", messages.getMessage(key, null, locale));
        });
        model.addAttribute("made", desk.make(wish, by, reason));
        return list(request, model);
    }

    @PostMapping("/tokens/{no}/revoke")
    @Action
    String revoke(
            @PathVariable long no, @RequestParam String reason, HttpServletRequest request, RedirectAttributes flash) {
        desk.revoke(no, Actor.of(request), reason);
        flash.addFlashAttribute("done", "done.token.revoked");
        return "redirect:/tokens";
    }
}
