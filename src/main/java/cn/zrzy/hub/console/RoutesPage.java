package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.RouteTally;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.LatestRuns;
import cn.zrzy.hub.duty.PausableRoutes;
import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauses;
import cn.zrzy.hub.plumbing.RouteOverview;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final DispatchDesk desk;
    private final LatestRuns latest;
    private final RoutePauses pauses;
    private final PausableRoutes pausable;
    private final MessageSource messages;
    private final Words words;

    RoutesPage(
            RouteOverview overview,
            DispatchDesk desk,
            LatestRuns latest,
            RoutePauses pauses,
            PausableRoutes pausable,
            MessageSource messages,
            Words words) {
        this.overview = overview;
        this.desk = desk;
        this.latest = latest;
        this.pauses = pauses;
        this.pausable = pausable;
        this.messages = messages;
        this.words = words;
    }

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
        show(model);
        model.addAttribute("states", RouteState.values());
        return "console/routes";
    }

    @GetMapping("/routes/table")
    String table(Model model) {
        show(model);
        return "console/routes :: table";
    }

    /** @see PausableRoutes which of them have a button */
    private void show(Model model) {
        Map<String, RoutePause> paused = paused();
        List<RouteLine> lines = all(paused).stream()
                .filter(line -> !Topology.isApi(line.route()))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("pauses", paused);
        model.addAttribute(
                "pausable",
                lines.stream()
                        .map(line -> line.route().id())
                        .filter(id -> pausable.label(id).isPresent())
                        .collect(Collectors.toSet()));
    }

    private Map<String, RoutePause> paused() {
        return pauses.open().stream().collect(Collectors.toMap(RoutePause::route, Function.identity()));
    }

    @GetMapping("/routes/graph")
    @ResponseBody
    Picture graph() {
        Topology topology = Topology.of(all(paused()));
        List<Box> boxes = topology.nodes().stream().map(this::box).toList();
        Map<String, String> lanes = Map.of(
                "UPSTREAM", say("lane.upstream"), "INBOUND", say("lane.hub"), "DOWNSTREAM", say("lane.downstream"));
        return new Picture(lanes, boxes, topology.edges(), say("routes.summary", boxes.size()));
    }

    private Box box(Topology.Node node) {
        if (node.routes() == 0) {
            return new Box(node.id(), node.lane().name(), words.partner(node.label()), "", "SYSTEM", "", "", "");
        }
        boolean group = node.id().startsWith("folder:");
        String title = group ? words.folder(node.label()) : node.label();
        String detail = group
                ? say("routes.group", node.label(), node.routes(), node.total(), node.failed())
                : say("routes.detail", node.id(), node.total(), node.failed());
        Sign sign = Sign.of(node.state());
        return new Box(
                node.id(),
                node.lane().name(),
                title,
                detail,
                sign.state(),
                sign.mark().getTone(),
                sign.mark().getGlyph(),
                say(sign.word()));
    }

    private List<RouteLine> all(Map<String, RoutePause> paused) {
        Map<String, RouteTally> tallies =
                desk.tallies().stream().collect(Collectors.toMap(RouteTally::route, Function.identity()));
        Map<String, DutyRun> runs =
                latest.newest().stream().collect(Collectors.toMap(DutyRun::job, Function.identity()));
        return overview.routes().stream()
                .map(route -> RouteLine.of(route, tallies.get(route.id()), runs.get(route.id())))
                .map(line -> paused.containsKey(line.route().id()) ? line.in(RouteState.SUSPENDED) : line)
                .toList();
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
