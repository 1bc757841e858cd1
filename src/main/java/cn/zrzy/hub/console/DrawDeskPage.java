package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.ceremony.hall.DrawOffice;
import cn.zrzy.hub.ceremony.hall.DrawScenes;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.kernel.Acting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 抽取经办: what parties, keepers and the public event give is entered here, away from the projector; and who signed. */
@Controller
@RequestMapping("/draws/{drawNo}")
class DrawDeskPage {

    private final DrawScenes scenes;
    private final DrawOffice office;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    DrawDeskPage(DrawScenes scenes, DrawOffice office, AuditTrail audit, TransactionTemplate transaction) {
        this.scenes = scenes;
        this.office = office;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/desk")
    String desk(@PathVariable String drawNo, Model model) {
        model.addAttribute(
                "scene", scenes.find(drawNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "console/desk";
    }

    /**
     * The trail learns who gave what kind of paper, never the value: of a reveal or a share it is nobody's business yet.
     *
     * @param reason who handed it in, and on what
     */
    @PostMapping("/entries/{kind}")
    @Action
    String enter(
            @PathVariable String drawNo,
            @PathVariable DrawOffice.Kind kind,
            @ModelAttribute DrawOffice.Paper paper,
            @RequestParam String reason,
            HttpServletRequest http,
            RedirectAttributes flash) {
        DrawOffice.Taken taken = transaction.execute(status -> {
            DrawOffice.Taken answer =
                    office.enter(drawNo, kind, paper, Acting.now().orElseThrow());
            String action = "draw." + kind.name().toLowerCase(Locale.ROOT);
            audit.record(Actor.of(http).did(action, drawNo, reason, "", paper.name(), answer.name()));
            return answer;
        });
        flash.addFlashAttribute("done", "done.draw." + taken);
        return "redirect:/draws/" + drawNo + "/desk";
    }

    /** @param reason where the signed paper lies, for the trail */
    @PostMapping("/signing")
    @Action
    String sign(
            @PathVariable String drawNo,
            @ModelAttribute DrawOffice.Signatures names,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            HttpServletRequest http) {
        transaction.executeWithoutResult(status -> {
            office.sign(drawNo, names, person.displayName());
            audit.record(Actor.of(http).did("draw.sign", drawNo, reason, "", names.toString(), "成功"));
        });
        return "redirect:/draws/" + drawNo;
    }
}
