package cn.zrzy.hub.console.wall;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 大屏链接: made and taken back by the administrator, like accounts. */
@Controller
class WallsPage {

    private final WallDesk desk;
    private final OwnPassword password;
    private final MessageSource messages;

    WallsPage(WallDesk desk, OwnPassword password, MessageSource messages) {
        this.desk = desk;
        this.password = password;
        this.messages = messages;
    }

    @GetMapping("/accounts/walls")
    String list(Model model) {
        model.addAttribute("lines", desk.lines());
        model.addAttribute("longest", desk.longest());
        return "console/walls";
    }

    /**
     * Shown in the answer to the form and not after a redirect: a session may be kept on disk, where the link must not lie.
     *
     * @param current the password: who finds an open session must not be able to outlive it
     */
    @PostMapping("/accounts/walls")
    @Action
    String make(
            @RequestParam String name,
            @RequestParam int days,
            @RequestParam String current,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Actor by = Actor.of(request);
        password.doubt(by, current).ifPresent(key -> {
            throw new Rejected("E-ACCOUNT", messages.getMessage(key, null, locale));
        });
        model.addAttribute("made", desk.make(name, days, by, reason));
        return list(model);
    }

    @PostMapping("/accounts/walls/{no}/revoke")
    @Action
    String revoke(
            @PathVariable long no, @RequestParam String reason, HttpServletRequest request, RedirectAttributes flash) {
        desk.revoke(no, Actor.of(request), reason);
        flash.addFlashAttribute("done", "done.wall.revoked");
        return "redirect:/accounts/walls";
    }
}
