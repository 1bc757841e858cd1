package cn.zrzy.hub.console.partner;

import cn.zrzy.hub.act.partner.LastProbes;
import cn.zrzy.hub.delivery.Pauses;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 来源系统: nothing is sent there, so its page says whether it can be reached. A partner has a page of its own. */
@Controller
class SourcePage {

    private final Sources sources;
    private final Pauses partners;
    private final LastProbes last;

    SourcePage(Sources sources, Pauses partners, LastProbes last) {
        this.sources = sources;
        this.partners = partners;
        this.last = last;
    }

    @GetMapping("/sources/{code}")
    String source(@PathVariable String code, Model model) {
        if (partners.partners().contains(code)) {
            return "redirect:/partners/" + code;
        }
        if (!sources.all().contains(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("code", code);
        model.addAttribute("probe", last.of(code).orElse(null));
        return "console/source";
    }
}
