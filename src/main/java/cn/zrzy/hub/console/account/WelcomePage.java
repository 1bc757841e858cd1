package cn.zrzy.hub.console.account;

import cn.zrzy.hub.console.security.Account;
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
        return form(token, desk.owner(token), model, response);
    }

    @PostMapping("/welcome")
    String use(
            @RequestParam String token,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> owner = desk.owner(token);
        Optional<String> objection = owner.flatMap(account -> desk.objection(account, password, repeated));
        if (objection.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("objection", objection.get());
            return form(token, owner, model, response);
        }
        boolean done = owner.isPresent() && desk.use(token, owner.get(), password, request.getRemoteAddr());
        return done ? "redirect:/login?ready" : form("", Optional.empty(), model, response);
    }

    private static String form(String token, Optional<Account> owner, Model model, HttpServletResponse response) {
        model.addAttribute("owner", owner.orElse(null));
        model.addAttribute("token", token);
        if (owner.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        return "console/welcome";
    }
}
