package cn.zrzy.hub.console;

import cn.zrzy.hub.plumbing.RouteOverview;
import cn.zrzy.hub.plumbing.RouteView;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** 路由拓扑: three lanes drawn from what runs now, with a table that says the same. */
@Controller
class RoutesPage {

    private final RouteOverview overview;
    private final MessageSource messages;
    private final Words words;

    RoutesPage(RouteOverview overview, MessageSource messages, Words words) {
        this.overview = overview;
        this.messages = messages;
        this.words = words;
    }

    record Line(RouteView route, Mark mark, String state) {}

    /** Words for the picture, so that the script knows none. */
    record Picture(Map<String, String> lanes, List<Box> nodes, List<Topology.Edge> edges, String summary) {}

    record Box(
            String id,
            String lane,
            String title,
            String detail,
            String state,
            String tone,
            String glyph,
            String word) {}

    @GetMapping("/routes")
    String routes(Model model) {
        model.addAttribute("lines", lines());
        return "console/routes";
    }

    @GetMapping("/routes/table")
    String table(Model model) {
        model.addAttribute("lines", lines());
        return "console/routes :: table";
    }

    @GetMapping("/routes/graph")
    @ResponseBody
    Picture graph() {
        Topology topology = Topology.of(overview.routes());
        List<Box> boxes = topology.nodes().stream().map(this::box).toList();
        Map<String, String> lanes = Map.of(
                "UPSTREAM", say("lane.upstream"), "INBOUND", say("lane.hub"), "DOWNSTREAM", say("lane.downstream"));
        return new Picture(lanes, boxes, topology.edges(), say("routes.summary", boxes.size()));
    }

    private Box box(Topology.Node node) {
        if (node.routes() == 0) {
            return new Box(node.id(), node.lane().name(), words.partner(node.label()), "", node.state(), "", "", "");
        }
        boolean group = node.id().startsWith("folder:");
        String title = group ? words.folder(node.label()) : node.label();
        String detail = group
                ? say("routes.group", node.label(), node.routes(), node.total(), node.failed())
                : say("routes.detail", node.id(), node.total(), node.failed());
        Mark mark = RouteState.mark(node.state());
        return new Box(
                node.id(),
                node.lane().name(),
                title,
                detail,
                node.state(),
                mark.getTone(),
                mark.getGlyph(),
                say("route." + node.state()));
    }

    private List<Line> lines() {
        return overview.routes().stream()
                .filter(route -> !Topology.isApi(route))
                .map(route -> {
                    String state = RouteState.of(route);
                    return new Line(route, RouteState.mark(state), state);
                })
                .toList();
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
