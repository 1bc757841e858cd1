package cn.zrzy.hub.console;

import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 值班台: what is wrong, what to press, by when. */
@Controller
class OpsPage {

    private final DutyLedger duty;
    private final Deadlines deadlines;
    private final DispatchDesk dispatches;
    private final OpenProblems problems;
    private final Alerts alerts;
    private final Windows windows;
    private final Times times;

    OpsPage(
            DutyLedger duty,
            Deadlines deadlines,
            DispatchDesk dispatches,
            OpenProblems problems,
            Alerts alerts,
            Windows windows,
            Times times) {
        this.duty = duty;
        this.deadlines = deadlines;
        this.dispatches = dispatches;
        this.problems = problems;
        this.alerts = alerts;
        this.windows = windows;
        this.times = times;
    }

    /**
     * @param state CALM nothing to do, WAITABLE it can wait until morning, URGENT it cannot
     * @param pollSeconds how soon the page looks again: often while something runs
     */
    record Board(
            LocalDate night,
            boolean tonight,
            String state,
            long urgent,
            long waitable,
            List<Problem> problems,
            List<DutyRun> runs,
            NightChart chart,
            List<PartnerLoad> partners,
            Clocks clocks,
            Deadlines.Counts counts,
            int pollSeconds) {

        /** Said above everything else: what is listed below then reaches nobody. */
        public boolean unmanned() {
            return problems.stream().anyMatch(problem -> "concern.watch-nobody".equals(problem.text()));
        }
    }

    /**
     * @param next the few that have room on the first screen
     * @param later those after them, as many as one looks through
     * @param rest how many run beside {@code next} in all
     */
    record Clocks(List<Deadline> next, List<Deadline> later, int rest) {

        private static final int FIRST_SCREEN = 4;
        private static final int LISTED = 12;

        static Clocks of(List<Deadline> running) {
            return new Clocks(
                    running.stream().limit(FIRST_SCREEN).toList(),
                    running.stream().limit(LISTED).skip(FIRST_SCREEN).toList(),
                    Math.max(0, running.size() - FIRST_SCREEN));
        }

        public boolean isEmpty() {
            return next.isEmpty();
        }
    }

    @GetMapping("/ops")
    String ops(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate night,
            Model model) {
        show(night, model);
        return "console/ops";
    }

    @GetMapping("/ops/board")
    String refresh(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate night,
            Model model) {
        show(night, model);
        return "console/ops :: board";
    }

    private void show(LocalDate night, Model model) {
        model.addAttribute("board", board(night));
        model.addAttribute("alerts", byCause());
        model.addAttribute(
                "away", windows.open().stream().collect(Collectors.toMap(Opening::partner, Function.identity())));
    }

    /** What has been seen by alerting, so that a row can be claimed; a row of the last few seconds is not there yet. */
    private Map<String, Alert> byCause() {
        return alerts.open().stream().collect(Collectors.toMap(Alert::cause, Function.identity()));
    }

    private Board board(LocalDate asked) {
        LocalDate current = duty.businessDate();
        LocalDate night = asked == null ? current : asked;
        List<DutyRun> runs = duty.runs(night);
        List<Problem> open = problems.open(duty.stopped());
        long waitable = open.stream().filter(Problem::canWait).count();
        long urgent = open.size() - waitable;
        boolean busy = runs.stream().anyMatch(run -> run.state() == DutyRun.State.RUNNING);
        List<PartnerLoad> loads = dispatches.loads();
        busy |= loads.stream().anyMatch(load -> load.sending() > 0);
        return new Board(
                night,
                night.equals(current),
                urgent > 0 ? "URGENT" : waitable > 0 ? "WAITABLE" : "CALM",
                urgent,
                waitable,
                open,
                runs,
                NightChart.of(night, runs, times.now()),
                loads,
                Clocks.of(deadlines.open()),
                deadlines.counts(),
                busy ? 3 : 30);
    }
}
