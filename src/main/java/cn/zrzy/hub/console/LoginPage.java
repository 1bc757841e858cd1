package cn.zrzy.hub.console;

import cn.zrzy.hub.console.security.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 登录页. */
@Controller
class LoginPage {

    private final Accounts accounts;

    LoginPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("first", !accounts.hasAdministrator());
        model.addAttribute("here", "/login");
        return "console/login";
    }
}
