package cn.zrzy.hub.console.alert;

import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.Channels;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 告警: what is being told, who has claimed it, and whether the channels work. */
@Controller
class AlertsPage {

    private static final int TOLD = 50;

    private final Alerts alerts;
    private final Channels channels;
    private final AlertTerms terms;

    AlertsPage(Alerts alerts, Channels channels, AlertTerms terms) {
        this.alerts = alerts;
        this.channels = channels;
        this.terms = terms;
    }

    /** @param routes which of the three lists name it, in order, {@code urgent 1} */
    record Line(Channels.State state, AlertTerms.Kind kind, List<Place> routes) {}

    record Place(String route, int position) {}

    @GetMapping("/alerts")
    String page(Model model) {
        model.addAttribute("open", alerts.open());
        model.addAttribute("told", alerts.told(TOLD));
        model.addAttribute("channels", channels.all().stream().map(this::line).toList());
        model.addAttribute(
                "silent", terms.routes().getOrDefault("urgent", List.of()).isEmpty());
        return "console/alerts";
    }

    private Line line(Channels.State state) {
        List<Place> places = terms.routes().entrySet().stream()
                .filter(route -> route.getValue().contains(state.name()))
                .map(route -> new Place(route.getKey(), route.getValue().indexOf(state.name()) + 1))
                .toList();
        return new Line(state, terms.channels().get(state.name()).kind(), places);
    }
}
