package cn.zrzy.hub.console.find;

import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.registry.Histories;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 检查人员的卷宗: the versions of one inspector, the draws that named him and the visits that he was sent on. */
@Controller
class InspectorPage {

    private static final int MOST = 500;

    private final Search search;
    private final Histories histories;
    private final Places places;

    InspectorPage(Search search, Histories histories, Places places) {
        this.search = search;
        this.histories = histories;
        this.places = places;
    }

    @GetMapping("/inspectors/{staffNo}")
    String inspector(
            @PathVariable String staffNo,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String show,
            HttpServletRequest request,
            Model model) {
        String role = Actor.of(request).role();
        Found person = search.by(staffNo, role, MOST).stream()
                .filter(found ->
                        found.kind() == Found.Kind.INSPECTOR && found.key().equals(staffNo))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Moment> moments = new ArrayList<>();
        histories.ofInspector(staffNo).forEach(version -> moments.add(Moment.ofInspector(version, places)));
        if (!person.object().isEmpty()) {
            search.by(person.object(), role, MOST).stream()
                    .filter(found -> found.kind() == Found.Kind.VISIT
                            || found.kind() == Found.Kind.FINDING
                            || found.kind() == Found.Kind.DRAW_LINE)
                    .forEach(found -> moments.add(Moment.ofVisitor(found, places)));
        }
        model.addAttribute("person", person);
        model.addAttribute("line", TimeLine.of(moments, page, show));
        model.addAttribute("show", show);
        model.addAttribute("here", places.of(person));
        return "console/inspector";
    }
}
