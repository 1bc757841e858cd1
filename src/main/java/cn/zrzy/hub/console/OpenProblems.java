package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import cn.zrzy.hub.registry.RegistryBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final PartnerProblems standstills;
    private final List<Concerns> rooms;
    private final Words words;

    OpenProblems(
            DispatchDesk dispatches,
            RegistryBook registry,
            Quarantine quarantine,
            Deadlines deadlines,
            DrawProblems draws,
            PartnerProblems standstills,
            List<Concerns> rooms,
            Words words) {
        this.dispatches = dispatches;
        this.registry = registry;
        this.quarantine = quarantine;
        this.deadlines = deadlines;
        this.draws = draws;
        this.standstills = standstills;
        this.rooms = rooms;
        this.words = words;
    }

    /** @param stopped runs that nothing has made good since */
    List<Problem> open(List<DutyRun> stopped) {
        List<Problem> all = new ArrayList<>();
        rooms.forEach(room -> ask(room).forEach(concern -> all.add(told(concern))));
        pressing(all);
        draws.addTo(all);
        parked(all);
        stoppedRuns(all, stopped);
        held(all);
        standstills.addTo(all);
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
            String name = room.getClass().getSimpleName();
            return List.of(new Concern("room-silent", List.of(name), null, null, "/ops#" + name, false));
        }
    }

    private void pressing(List<Problem> all) {
        for (Deadline deadline : deadlines.open()) {
            if (deadline.pressing()) {
                all.add(Problem.of(
                        deadline.state(),
                        "problem.clock-" + deadline.state().name().toLowerCase(Locale.ROOT),
                        List.of(deadline.label(), deadline.key()),
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
            all.add(Problem.of(
                    DispatchState.PARKED, "problem.parked", args, group.firstAt(), null, "messages", href, false));
        }
    }

    private void stoppedRuns(List<Problem> all, List<DutyRun> stopped) {
        for (DutyRun run : stopped) {
            String text = switch (run.state()) {
                case FAILED -> "problem.failed";
                case MISSED -> "problem.missed";
                case WAITING -> "problem.waiting";
                case PARTIAL -> run.code().isEmpty() ? "" : "problem.refused";
                default -> "";
            };
            if (!text.isEmpty()) {
                Object since = run.state() == DutyRun.State.MISSED
                        ? run.dueAt()
                        : run.endedAt() == null ? run.startedAt() : run.endedAt();
                all.add(Problem.of(
                        run.state(),
                        text,
                        List.of(run.label(), words.masked(run.message()), run.code()),
                        since,
                        null,
                        "look",
                        "/sync/" + Problem.encoded(run.runId()),
                        run.state() == DutyRun.State.WAITING));
            }
        }
    }

    private void held(List<Problem> all) {
        for (RegistryBook.HeldChange change : registry.held()) {
            List<Object> args = List.of(words.feed(change.run().feed()), words.masked(change.guardReason()));
            String href = "/sync/" + Problem.encoded(change.run().runId());
            all.add(Problem.of(
                    change.run().state(), "problem.held", args, change.heldAt(), null, "difference", href, false));
        }
    }

    private void quarantined(List<Problem> all) {
        List<Quarantine.Reason> reasons = quarantine.reasons();
        long rows = reasons.stream().mapToLong(Quarantine.Reason::rows).sum();
        if (rows > 0) {
            List<Object> args = List.of(rows, (long) reasons.size());
            all.add(Problem.of(
                    QuarantinedRow.State.OPEN,
                    "problem.quarantine",
                    args,
                    null,
                    null,
                    "quarantine",
                    "/quarantine",
                    true));
        }
    }

    /** The rooms tell themselves what waits for a person. */
    private Problem told(Concern concern) {
        List<Object> args = concern.words().stream()
                .map(word -> word instanceof String text ? words.masked(text) : word)
                .toList();
        return Problem.of(
                Urgency.of(concern.canWait()),
                "concern." + concern.kind(),
                args,
                concern.since(),
                concern.dueAt(),
                "look",
                concern.href(),
                concern.canWait());
    }
}
