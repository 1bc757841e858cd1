package cn.zrzy.hub.console;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.registry.Undrawable;
import cn.zrzy.hub.registry.Undrawables;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 不可抽取: everybody and everything on the live lists that cannot be drawn today, by name, with the reason. */
@Controller
class UndrawablePage {

    private static final int PAGE = 50;

    private final Undrawables undrawables;
    private final Times times;

    UndrawablePage(Undrawables undrawables, Times times) {
        this.undrawables = undrawables;
        this.times = times;
    }

    @GetMapping("/undrawable")
    String undrawable(
            @RequestParam(required = false) String feed,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LocalDate today = LocalDate.ofInstant(times.now(), Beijing.ZONE);
        List<Undrawables.Reason> reasons = undrawables.reasons(today);
        String first = reasons.isEmpty() ? "" : reasons.get(0).feed();
        String shown = feed == null || feed.isBlank() ? first : feed;
        String why = reason == null || reason.isBlank() ? null : reason;
        int from = (Math.max(1, page) - 1) * PAGE;
        List<Undrawable> rows = undrawables.page(shown, why, today, from, PAGE + 1);
        model.addAttribute("reasons", reasons);
        model.addAttribute(
                "total", reasons.stream().mapToLong(Undrawables.Reason::rows).sum());
        model.addAttribute("rows", rows.size() > PAGE ? rows.subList(0, PAGE) : rows);
        model.addAttribute("more", rows.size() > PAGE);
        model.addAttribute("page", Math.max(1, page));
        model.addAttribute("feed", shown);
        model.addAttribute("reason", why);
        return "console/undrawable";
    }
}
