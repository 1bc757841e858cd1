package cn.zrzy.hub.console;

import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.console.security.SetupLink;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 首次设置页: the one-time link leads here; the first administrator names themselves. */
@Controller
class SetupPage {

    private final SetupLink link;
    private final AccountDesk desk;

    SetupPage(SetupLink link, AccountDesk desk) {
        this.link = link;
        this.desk = desk;
    }

    @GetMapping("/setup")
    String open(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return form(token, model, response);
    }

    @PostMapping("/setup")
    String use(
            @RequestParam String token,
            @RequestParam String username,
            @RequestParam String displayName,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountDesk.Application application =
                new AccountDesk.Application(username, displayName, Role.ADMIN, password, repeated);
        Optional<String> objection = desk.objection(application);
        if (objection.isPresent() && link.isValid(token)) {
            model.addAttribute("objection", objection.get());
            model.addAttribute("username", username);
            model.addAttribute("displayName", displayName);
            return form(token, model, response);
        }
        if (objection.isPresent() || !link.use(token, application, Actor.of(request))) {
            return form("", model, response);
        }
        return "redirect:/login?ready";
    }

    private String form(String token, Model model, HttpServletResponse response) {
        boolean valid = link.isValid(token);
        model.addAttribute("valid", valid);
        model.addAttribute("token", token);
        if (!valid) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        return "console/setup";
    }
}
