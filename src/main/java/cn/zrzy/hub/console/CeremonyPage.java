package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.ceremony.hall.DrawOffice;
import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.ceremony.hall.DrawScenes;
import cn.zrzy.hub.ceremony.hold.CeremonyBook;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 抽取现场: the full screen before the room, and the one press that draws. */
@Controller
@RequestMapping("/draws/{drawNo}")
class CeremonyPage {

    private final DrawScenes scenes;
    private final DrawOffice office;
    private final CeremonyBook ceremonies;
    private final DispatchDesk dispatches;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CeremonyPage(
            DrawScenes scenes,
            DrawOffice office,
            CeremonyBook ceremonies,
            DispatchDesk dispatches,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.scenes = scenes;
        this.office = office;
        this.ceremonies = ceremonies;
        this.dispatches = dispatches;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    String stage(@PathVariable String drawNo, @AuthenticationPrincipal Person person, Model model) {
        show(drawNo, person, model);
        return "console/ceremony";
    }

    @GetMapping("/live")
    String live(@PathVariable String drawNo, @AuthenticationPrincipal Person person, Model model) {
        show(drawNo, person, model);
        return "console/ceremony :: live";
    }

    /** A page of its own asks once more, so that neither a poll nor a double click can press for anyone. */
    @GetMapping("/start")
    String confirm(@PathVariable String drawNo, @AuthenticationPrincipal Person person, Model model) {
        show(drawNo, person, model);
        return "console/start";
    }

    /** From here on the night leaves this draw to the room. @param reason who is present */
    @PostMapping("/ceremony")
    @Action
    String open(
            @PathVariable String drawNo,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            HttpServletRequest http) {
        transaction.executeWithoutResult(status -> {
            var opened = ceremonies.open(drawNo, person.displayName(), reason);
            audit.record(Actor.of(http)
                    .did("draw.ceremony", drawNo, reason, "", opened.until().toString(), "成功"));
        });
        return "redirect:/draws/" + drawNo;
    }

    @PostMapping("/ceremony/end")
    @Action
    String end(@PathVariable String drawNo, @RequestParam String reason, HttpServletRequest http) {
        transaction.executeWithoutResult(status -> {
            ceremonies.end(drawNo);
            audit.record(Actor.of(http).did("draw.ceremony-end", drawNo, reason, "", "", "成功"));
        });
        return "redirect:/draws/" + drawNo;
    }

    /** @param reason who is present, for the trail */
    @PostMapping("/start")
    @Action
    String start(
            @PathVariable String drawNo,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            HttpServletRequest http,
            RedirectAttributes flash) {
        try {
            transaction.executeWithoutResult(status -> {
                office.start(drawNo);
                audit.record(Actor.of(http).did("draw.start", drawNo, reason, "FROZEN", "DRAWN", "成功"));
            });
        } catch (Rejected refusal) {
            if (scenes.find(drawNo).map(DrawScene::result).isEmpty()) {
                throw refusal;
            }
            // Drawn a moment ago by the night: the room sees the result, and who was there is kept all the same.
            transaction.executeWithoutResult(status -> {
                ceremonies.attended(drawNo, person.displayName(), reason);
                audit.record(Actor.of(http).did("draw.attended", drawNo, reason, "DRAWN", "DRAWN", "成功"));
            });
            flash.addFlashAttribute("meanwhile", true);
        }
        return "redirect:/draws/" + drawNo;
    }

    private void show(String drawNo, Person person, Model model) {
        DrawScene scene = scenes.find(drawNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Stage stage = Stage.of(scene, dispatches.ofKey(drawNo));
        model.addAttribute("stage", stage);
        model.addAttribute("ceremony", ceremonies.running(drawNo).orElse(null));
        model.addAttribute("live", stage.ended() ? null : "/draws/" + drawNo + "/live");
        model.addAttribute("now", clock.millis());
        model.addAttribute("office", person.role() == Role.OFFICE);
    }
}
