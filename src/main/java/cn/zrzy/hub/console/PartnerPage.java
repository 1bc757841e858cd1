package cn.zrzy.hub.console;

import cn.zrzy.hub.act.partner.LastProbes;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.Halt;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.Standstill;
import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 对接单位: whether it answers and since when, what waits for it and how long, and what a pause would hold back. */
@Controller
class PartnerPage {

    private static final int CLOCKS = 12;

    private final DispatchDesk dispatches;
    private final Backlogs backlogs;
    private final Pauses pauses;
    private final Windows windows;
    private final Deadlines deadlines;
    private final LastProbes probes;
    private final Words words;

    PartnerPage(
            DispatchDesk dispatches,
            Backlogs backlogs,
            Pauses pauses,
            Windows windows,
            Deadlines deadlines,
            LastProbes probes,
            Words words) {
        this.dispatches = dispatches;
        this.backlogs = backlogs;
        this.pauses = pauses;
        this.windows = windows;
        this.deadlines = deadlines;
        this.probes = probes;
        this.words = words;
    }

    /**
     * @param pause null when it is not paused
     * @param opening null when none of its windows is open
     * @param clocks nearest deadlines of what it has not confirmed
     */
    record View(
            PartnerLoad load,
            Pause pause,
            Opening opening,
            List<Window> calendar,
            Backlogs.Backlog backlog,
            List<Standstill> standstills,
            List<DispatchDesk.CauseGroup> parked,
            List<Deadline> clocks) {

        /** When something happens by itself: what is due while it is at rest waits for whichever rest ends last. */
        public @Nullable OffsetDateTime next() {
            return Stream.of(
                            pause == null ? null : pause.until(),
                            opening == null ? null : opening.until(),
                            load.nextAt())
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    @GetMapping("/partners/{code}")
    String partner(@PathVariable String code, Model model) {
        model.addAttribute("probe", probes.of(code).orElse(null));
        model.addAttribute("view", view(code));
        model.addAttribute("title", words.partner(code));
        return "console/partner";
    }

    @GetMapping("/partners/{code}/live")
    String refresh(@PathVariable String code, Model model) {
        model.addAttribute("probe", probes.of(code).orElse(null));
        model.addAttribute("view", view(code));
        return "console/partner :: live";
    }

    private View view(String code) {
        if (!pauses.partners().contains(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        PartnerLoad load = dispatches.loads().stream()
                .filter(one -> one.partner().equals(code))
                .findFirst()
                .orElseGet(() -> new PartnerLoad(code, 0, 0, 0, 0, 0, 0, null, null, null, null, Halt.NONE));
        return new View(
                load,
                pauses.of(code).orElse(null),
                windows.open(code).stream().findFirst().orElse(null),
                windows.of(code),
                backlogs.of(code),
                dispatches.standstills().stream()
                        .filter(one -> one.partner().equals(code))
                        .toList(),
                dispatches.parkedByCause().stream()
                        .filter(one -> one.partner().equals(code))
                        .toList(),
                clocks(code));
    }

    /** The nearest ones of what it has not confirmed. */
    private List<Deadline> clocks(String code) {
        List<Deadline> all = deadlines.open();
        Set<Backlogs.OpenFact> open =
                backlogs.openOf(code, all.stream().map(Deadline::key).distinct().toList());
        return all.stream()
                .filter(clock -> open.contains(new Backlogs.OpenFact(clock.metBy(), clock.key())))
                .limit(CLOCKS)
                .toList();
    }
}
