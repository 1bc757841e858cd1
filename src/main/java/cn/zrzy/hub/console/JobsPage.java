package cn.zrzy.hub.console;

import cn.zrzy.hub.act.bulk.Job;
import cn.zrzy.hub.act.bulk.JobDesk;
import cn.zrzy.hub.act.bulk.JobItems;
import cn.zrzy.hub.act.bulk.JobOrder;
import cn.zrzy.hub.act.bulk.JobSheet;
import cn.zrzy.hub.console.find.Search;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 批量作业: looked at, begun, followed by everybody until it is over. */
@Controller
class JobsPage {

    private static final int NEWEST = 100;
    private static final int SHOWN = 200;

    private final JobDesk desk;
    private final DispatchDesk messages;
    private final Search search;

    JobsPage(JobDesk desk, DispatchDesk messages, Search search) {
        this.desk = desk;
        this.messages = messages;
        this.search = search;
    }

    @GetMapping("/messages/jobs")
    String list(Model model) {
        model.addAttribute("jobs", desk.newest(NEWEST));
        return "console/jobs";
    }

    /** A ticked row comes as {@code of}; without one, all that have partner and cause in common are meant. */
    @GetMapping("/messages/jobs/new")
    String preview(
            @RequestParam String act,
            @RequestParam(defaultValue = "") List<String> of,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String cause,
            Locale locale,
            Model model) {
        JobSheet sheet = desk.sheet(new JobOrder(act, of, partner, cause, "", "", 0, 0), locale);
        model.addAttribute("sheet", sheet);
        return "console/job-new";
    }

    @PostMapping("/messages/jobs")
    @Action
    String start(
            @RequestParam String act,
            @RequestParam(defaultValue = "") List<String> of,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "0") int perSecond,
            @RequestParam(defaultValue = "0") int stopShare) {
        Job job = desk.start(new JobOrder(act, of, partner, cause, reason, number, perSecond, stopShare));
        return "redirect:/messages/jobs/" + job.no();
    }

    @GetMapping("/messages/jobs/{no}")
    String one(@PathVariable long no, HttpServletRequest request, Model model) {
        show(no, Actor.of(request).role(), model);
        return "console/job";
    }

    @GetMapping("/messages/jobs/{no}/live")
    String refresh(@PathVariable long no, HttpServletRequest request, Model model) {
        show(no, Actor.of(request).role(), model);
        return "console/job :: live";
    }

    private void show(long no, String role, Model model) {
        Job job = desk.job(no);
        model.addAttribute("job", job);
        List<JobItems.Item> items = desk.items(no, 0, SHOWN);
        model.addAttribute("items", items);
        model.addAttribute("names", names(items, role));
        model.addAttribute("live", job.state().over() ? null : "/messages/jobs/" + no + "/live");
    }

    /** What each message is about; nobody knows a thing by its number. */
    private Map<String, String> names(List<JobItems.Item> items, String role) {
        List<String> shown = items.stream().map(JobItems.Item::dispatch).toList();
        return search.readable(messages.these(shown), role).stream()
                .collect(Collectors.toMap(
                        DispatchSummary::dispatch,
                        message -> (message.sentence() + " " + message.about().name()).strip()));
    }
}
