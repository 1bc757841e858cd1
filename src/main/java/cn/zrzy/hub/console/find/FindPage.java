package cn.zrzy.hub.console.find;

import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.kernel.search.Found;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 检索: the box at the head of every page. */
@Controller
class FindPage {

    /** So many of each kind; of one kind alone, the longer list. */
    private static final int SOME = 10;

    private static final int MANY = 100;

    private final Search search;
    private final Places places;

    FindPage(Search search, Places places) {
        this.search = search;
        this.places = places;
    }

    record Hit(Found found, String href) {}

    record Listed(Found.Kind kind, List<Hit> hits, boolean more, boolean late) {}

    @GetMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Found.Kind kind,
            HttpServletRequest request,
            Model model) {
        List<Listed> groups = search.all(q, Actor.of(request).role(), kind == null ? SOME : MANY).stream()
                .filter(group -> kind == null || group.kind() == kind)
                .map(this::listed)
                .toList();
        model.addAttribute("query", q.strip());
        model.addAttribute("groups", groups);
        model.addAttribute("kind", kind);
        return "console/find";
    }

    private Listed listed(Search.Group group) {
        return new Listed(
                group.kind(),
                group.found().stream()
                        .map(found -> new Hit(found, places.of(found)))
                        .toList(),
                group.more(),
                group.late());
    }
}
