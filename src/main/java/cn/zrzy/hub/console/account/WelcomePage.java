package cn.zrzy.hub.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 设置口令: where the link of {@link PasswordLinkDesk} leads; nobody is logged in yet. */
@Controller
class WelcomePage {

    private final PasswordLinkDesk desk;

    WelcomePage(PasswordLinkDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/welcome")
    String open(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return form(token, desk.open(token), model, response);
    }

    @PostMapping("/welcome")
    String use(
            @RequestParam String token,
            @RequestParam(defaultValue = "") String code,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PasswordLinkDesk.Opened> opened = desk.open(token);
        Optional<String> objection = opened.flatMap(link -> desk.objection(link, code, password, repeated));
        if (objection.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("objection", objection.get());
            return form(token, opened, model, response);
        }
        boolean done = opened.isPresent() && desk.use(opened.get(), password, request.getRemoteAddr());
        return done ? "redirect:/login?ready" : form("", Optional.empty(), model, response);
    }

    private static String form(
            String token, Optional<PasswordLinkDesk.Opened> opened, Model model, HttpServletResponse response) {
        model.addAttribute("owner", opened.map(PasswordLinkDesk.Opened::owner).orElse(null));
        model.addAttribute(
                "coded", opened.filter(PasswordLinkDesk.Opened::twoHands).isPresent());
        model.addAttribute(
                "waits", opened.filter(PasswordLinkDesk.Opened::waits).isPresent());
        model.addAttribute("token", token);
        if (opened.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        return "console/welcome";
    }
}
