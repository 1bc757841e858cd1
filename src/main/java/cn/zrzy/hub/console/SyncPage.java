package cn.zrzy.hub.console;

import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.pause.RoutePauses;
import cn.zrzy.hub.duty.progress.Progresses;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.SyncRun;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 同步任务: what a run changed or would change, and the two people a held one needs. */
@Controller
class SyncPage {

    private static final int PAGE = 50;

    private final RegistryBook registry;
    private final DutyLedger duty;
    private final RoutePauses pauses;
    private final Progresses progresses;

    SyncPage(RegistryBook registry, DutyLedger duty, RoutePauses pauses, Progresses progresses) {
        this.registry = registry;
        this.duty = duty;
        this.pauses = pauses;
        this.progresses = progresses;
    }

    @GetMapping("/sync")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        List<SyncRun> runs = registry.runs(null, (Math.max(1, page) - 1) * PAGE, PAGE + 1);
        model.addAttribute("runs", runs.stream().limit(PAGE).toList());
        model.addAttribute("more", runs.size() > PAGE);
        model.addAttribute("page", Math.max(1, page));
        return "console/sync";
    }

    @GetMapping("/sync/{runId}")
    String one(
            @PathVariable String runId,
            @RequestParam(required = false) RowChange.Kind change,
            HttpServletRequest request,
            Model model) {
        show(runId, change, Actor.of(request), model);
        return "console/run";
    }

    @GetMapping("/sync/{runId}/live")
    String refresh(
            @PathVariable String runId,
            @RequestParam(required = false) RowChange.Kind change,
            HttpServletRequest request,
            Model model) {
        show(runId, change, Actor.of(request), model);
        return "console/run :: live";
    }

    private void show(String runId, RowChange.Kind change, Actor actor, Model model) {
        Optional<SyncRun> sync = registry.run(runId);
        Optional<DutyRun> run = duty.run(runId);
        if (sync.isEmpty() && run.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<RegistryBook.HeldChange> held = registry.held().stream()
                .filter(h -> h.run().runId().equals(runId))
                .findFirst();
        boolean asked = held.isPresent() && !held.get().requestedBy().isEmpty();
        boolean mine = asked && held.get().requestedBy().equals(actor.username());
        model.addAttribute("runId", runId);
        model.addAttribute("sync", sync.orElse(null));
        model.addAttribute("duty", run.orElse(null));
        model.addAttribute("stages", progresses.of(runId).orElse(null));
        model.addAttribute("pause", run.flatMap(one -> pauses.of(one.job())).orElse(null));
        // A batch without a run is one that was brought in by hand; else the run's own end is the page's state.
        model.addAttribute(
                "state", run.isPresent() ? run.get().state() : sync.get().state());
        boolean over = run.map(r -> r.state().over())
                .orElseGet(() -> sync.get().state().finished());
        model.addAttribute("live", over ? null : "/sync/" + Problem.encoded(runId) + "/live");
        model.addAttribute("held", held.orElse(null));
        model.addAttribute("mine", mine);
        model.addAttribute("change", change);
        model.addAttribute("changes", sync.isEmpty() ? List.of() : registry.changes(runId, change, 0, PAGE));
        model.addAttribute("kinds", RowChange.Kind.values());
    }
}
