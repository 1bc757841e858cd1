package cn.zrzy.hub.console;

import cn.zrzy.hub.act.ActDesk;
import cn.zrzy.hub.act.ActOrder;
import cn.zrzy.hub.act.Sheet;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 处置: every act of the console is looked at here before it is pressed, and ends on the page of what it was done to. */
@Controller
class ActsPage {

    /** As a field of type datetime-local takes it. */
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final ActDesk desk;

    ActsPage(ActDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/acts/{name}")
    String preview(@PathVariable String name, @RequestParam String of, Locale locale, Model model) {
        Sheet sheet = desk.sheet(name, of, locale);
        model.addAttribute("sheet", sheet);
        model.addAttribute("back", ThingPages.of(sheet.target(), of));
        model.addAttribute("until", sheet.until() == null ? "" : beijing(sheet.until()));
        return "console/act";
    }

    /** The path names the thing, so that the token of one thing's form is good for no other. */
    @PostMapping("/acts/{name}/{of}")
    @Action
    String press(
            @PathVariable String name,
            @PathVariable String of,
            @RequestParam String target,
            @ModelAttribute Filled form,
            RedirectAttributes flash) {
        desk.press(name, of, form.order());
        flash.addFlashAttribute("done", "act." + name + ".done");
        return "redirect:" + ThingPages.of(target, of);
    }

    /**
     * The form as it was filled (填写的处置单): moments are Beijing's.
     *
     * @param days ticked for each week; then {@code begins} and {@code ends} are times of day
     * @param from when it is once, as is {@code to}
     */
    record Filled(
            String reason,
            LocalDateTime until,
            String number,
            String seen,
            List<String> days,
            String begins,
            String ends,
            LocalDateTime from,
            LocalDateTime to) {

        ActOrder order() {
            boolean weekly = days != null && !days.isEmpty();
            Rejected.unless(!weekly || from == null && to == null, "E-WINDOW-TERM", "每周的和只停一次的请分开登记", "days");
            return new ActOrder(
                    reason,
                    moment(until),
                    number,
                    weekly ? String.join("", days) : "",
                    weekly ? begins : moment(from),
                    weekly ? ends : moment(to),
                    seen);
        }

        private static String moment(LocalDateTime at) {
            return at == null ? "" : at.atZone(Beijing.ZONE).toOffsetDateTime().toString();
        }
    }

    private static String beijing(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Beijing.ZONE).format(FIELD);
    }
}
