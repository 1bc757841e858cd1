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
        boolean foreign = "SYSTEM".equals(node.state());
        return new Box(
                node.id(),
                node.lane().name(),
                foreign ? words.partner(node.label()) : node.label(),
                foreign ? "" : say("routes.detail", node.id(), node.total(), node.failed()),
                node.state(),
                node.mark().getTone(),
                node.mark().getGlyph(),
                foreign ? "" : say("route." + node.state()));
    }

    private List<Line> lines() {
        return overview.routes().stream()
                .map(route -> new Line(route, Topology.mark(route), Topology.state(route)))
                .toList();
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
