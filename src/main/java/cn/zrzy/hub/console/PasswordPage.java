package cn.zrzy.hub.console;

import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.OwnPassword;
import cn.zrzy.hub.console.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 修改口令: everyone's own page, whatever the role. */
@Controller
class PasswordPage {

    private final OwnPassword passwords;
    private final Sessions sessions;

    PasswordPage(OwnPassword passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping("/password")
    String form() {
        return "console/password";
    }

    @PostMapping("/password")
    String change(
            @ModelAttribute OwnPassword.Change change,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Actor by = Actor.of(request);
        Optional<String> objection = passwords.change(change, by);
        if (objection.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("objection", objection.get());
            return "console/password";
        }
        sessions.goOn(passwords.anew(by.username()), request, response);
        flash.addFlashAttribute("done", "done.password");
        return "redirect:/password";
    }
}
