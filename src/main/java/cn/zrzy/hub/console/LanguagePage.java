package cn.zrzy.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** 中/EN: changes the language and returns to the page where it was pressed. */
@Controller
class LanguagePage {

    private final LocaleResolver locales;

    LanguagePage(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/ops";
    }

    @GetMapping("/language")
    String change(
            @RequestParam(defaultValue = "zh-CN") String to,
            @RequestParam(defaultValue = "/ops") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale locale = "en".equals(to) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        locales.setLocale(request, response, locale);
        // Only a path of this site: "//host", "/\host" and a full address would lead elsewhere.
        boolean ours = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") && !back.contains("\n");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        return "redirect:" + (ours ? back.replace("{", "").replace("}", "") : "/ops");
    }
}
