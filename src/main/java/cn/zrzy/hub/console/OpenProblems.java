package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import cn.zrzy.hub.registry.RegistryBook;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 待处理清单: everything in the books that waits for a person; what cannot wait comes first. */
@Component
class OpenProblems {

    private static final Logger LOG = LoggerFactory.getLogger(OpenProblems.class);

    private final DispatchDesk dispatches;
    private final RegistryBook registry;
    private final Quarantine quarantine;
    private final Deadlines deadlines;
    private final DrawProblems draws;
    private final List<Concerns> rooms;
    private final Words words;

    OpenProblems(
            DispatchDesk dispatches,
            RegistryBook registry,
            Quarantine quarantine,
            Deadlines deadlines,
            DrawProblems draws,
            List<Concerns> rooms,
            Words words) {
        this.dispatches = dispatches;
        this.registry = registry;
        this.quarantine = quarantine;
        this.deadlines = deadlines;
        this.draws = draws;
        this.rooms = rooms;
        this.words = words;
    }

    /** @param stopped runs that nothing has made good since */
    List<Problem> open(List<DutyRun> stopped) {
        List<Problem> all = new ArrayList<>();
        rooms.forEach(room -> ask(room).forEach(concern -> all.add(told(concern))));
        overdue(all);
        draws.addTo(all);
        parked(all);
        stoppedRuns(all, stopped);
        held(all);
        doubtful(all);
        quarantined(all);
        all.sort((a, b) -> Boolean.compare(a.canWait(), b.canWait()));
        return all;
    }

    /** A room that cannot say how it stands is itself a concern, and silences nobody else. */
    private static List<Concern> ask(Concerns room) {
        try {
            return room.open();
        } catch (RuntimeException e) {
            LOG.error("值班台问不到 {}", room.getClass().getSimpleName(), e);
            return List.of(
                    new Concern("room-silent", List.of(room.getClass().getSimpleName()), null, null, "/ops", false));
        }
    }

    private void overdue(List<Problem> all) {
        for (Deadline deadline : deadlines.open()) {
            if (deadline.pressing()) {
                all.add(Problem.of(
                        deadline.overdue() ? Mark.FAILED : Mark.PARTIAL,
                        deadline.overdue() ? "problem.overdue" : deadline.inHours() ? "problem.hours" : "problem.today",
                        List.of(
                                deadline.label(),
                                deadline.key(),
                                deadline.left().toHours()),
                        deadline.startedAt(),
                        deadline.dueAt(),
                        "look",
                        "/messages?q=" + Problem.encoded(deadline.key()),
                        false));
            }
        }
    }

    private void parked(List<Problem> all) {
        for (DispatchDesk.CauseGroup group : dispatches.parkedByCause()) {
            String href = "/messages?state=PARKED&partner=" + Problem.encoded(group.partner()) + "&cause="
                    + Problem.encoded(group.causeCode());
            List<Object> args = List.of(words.partner(group.partner()), words.masked(group.cause()), group.count());
            all.add(Problem.of(Mark.FAILED, "problem.parked", args, group.firstAt(), null, "messages", href, false));
        }
    }

    private void stoppedRuns(List<Problem> all, List<DutyRun> stopped) {
        for (DutyRun run : stopped) {
            List<Object> args = List.of(run.label(), words.masked(run.message()));
            String href = "/sync/" + Problem.encoded(run.runId());
            switch (run.state()) {
                case FAILED ->
                    all.add(Problem.of(Mark.FAILED, "problem.failed", args, run.endedAt(), null, "look", href, false));
                case MISSED ->
                    all.add(Problem.of(Mark.FAILED, "problem.missed", args, run.dueAt(), null, "look", href, false));
                case WAITING ->
                    all.add(Problem.of(
                            Mark.WAITING, "problem.waiting", args, run.startedAt(), null, "look", href, true));
                default -> {
                    // needs nobody
                }
            }
        }
    }

    private void held(List<Problem> all) {
        for (RegistryBook.HeldChange change : registry.held()) {
            List<Object> args = List.of(words.feed(change.run().feed()), words.masked(change.guardReason()));
            String href = "/sync/" + Problem.encoded(change.run().runId());
            all.add(Problem.of(Mark.HELD, "problem.held", args, change.heldAt(), null, "difference", href, false));
        }
    }

    private void doubtful(List<Problem> all) {
        DispatchDesk.Doubt doubt = dispatches.doubtful();
        if (doubt.count() > 0) {
            List<Object> args = List.of(doubt.count());
            String href = "/messages?state=DOUBTED";
            all.add(Problem.of(Mark.UNKNOWN, "problem.doubtful", args, doubt.oldestAt(), null, "messages", href, true));
        }
    }

    private void quarantined(List<Problem> all) {
        List<Quarantine.Reason> reasons = quarantine.reasons();
        long rows = reasons.stream().mapToLong(Quarantine.Reason::rows).sum();
        if (rows > 0) {
            List<Object> args = List.of(rows, (long) reasons.size());
            all.add(Problem.of(
                    Mark.PARTIAL, "problem.quarantine", args, null, null, "quarantine", "/quarantine", true));
        }
    }

    /** The rooms tell themselves what waits for a person. */
    private Problem told(Concern concern) {
        List<Object> args = concern.words().stream()
                .map(word -> word instanceof String text ? words.masked(text) : word)
                .toList();
        return Problem.of(
                concern.canWait() ? Mark.PARTIAL : Mark.FAILED,
                "concern." + concern.kind(),
                args,
                concern.since(),
                concern.dueAt(),
                "look",
                concern.href(),
                concern.canWait());
    }
}
