package cn.zrzy.hub.console;

import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.ceremony.hall.DrawScenes;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 抽取: which draws wait, what is to be pressed, by when; and all draws of a year. */
@Controller
class DrawsPage {

    private final DrawScenes scenes;
    private final Schemes schemes;
    private final DrawLedger ledger;

    DrawsPage(DrawScenes scenes, Schemes schemes, DrawLedger ledger) {
        this.scenes = scenes;
        this.schemes = schemes;
        this.ledger = ledger;
    }

    record Line(DrawLedger.Entry entry, String title, DrawScene.State state) {}

    @GetMapping("/draws")
    String draws(@RequestParam(defaultValue = "0") int year, @AuthenticationPrincipal Person person, Model model) {
        var waiting = scenes.toBeHeld();
        // Of what is only frozen the ledger does not know whether it can still be held.
        Map<String, DrawScene.State> standing =
                waiting.stream().collect(Collectors.toMap(DrawScene::drawNo, DrawScene::state));
        List<String> numbered =
                waiting.stream().map(scene -> scene.scheme().schemeNo()).toList();
        List<Integer> years = ledger.years();
        int shown = year == 0 && !years.isEmpty() ? years.get(0) : year;
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "schemes",
                schemes.inState(Scheme.State.APPROVED).stream()
                        .filter(scheme -> !numbered.contains(scheme.schemeNo()))
                        .sorted(Comparator.comparing(Scheme::drawOn))
                        .toList());
        model.addAttribute("years", years);
        model.addAttribute("year", shown);
        model.addAttribute(
                "lines",
                ledger.draws(shown).stream()
                        .sorted(Comparator.comparing(DrawLedger.Entry::drawNo).reversed())
                        .map(entry -> line(entry, standing))
                        .toList());
        model.addAttribute("office", person.role() == Role.OFFICE);
        return "console/draws";
    }

    private Line line(DrawLedger.Entry entry, Map<String, DrawScene.State> standing) {
        return new Line(
                entry,
                schemes.find(entry.scheme()).map(Scheme::name).orElse(entry.scheme()),
                standing.getOrDefault(entry.drawNo(), DrawScene.State.valueOf(entry.state())));
    }
}
