package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import cn.zrzy.hub.plan.PlatformCheck;
import cn.zrzy.hub.plan.PlatformChecks;
import cn.zrzy.hub.registry.RegistryBook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** 待处理清单: everything in the books that waits for a person; what cannot wait comes first. */
@Component
class OpenProblems {

    /** The morning job opens secrets; after this long somebody has to look why it did not. */
    private static final int GRACE_HOURS = 2;

    private final DispatchDesk dispatches;
    private final RegistryBook registry;
    private final Quarantine quarantine;
    private final Deadlines deadlines;
    private final DrawLedger draws;
    private final PlatformChecks checks;
    private final AuditTrail audit;
    private final List<Concerns> rooms;
    private final Words words;
    private final Clock clock;

    OpenProblems(
            DispatchDesk dispatches,
            RegistryBook registry,
            Quarantine quarantine,
            Deadlines deadlines,
            DrawLedger draws,
            PlatformChecks checks,
            AuditTrail audit,
            List<Concerns> rooms,
            Words words,
            Clock clock) {
        this.dispatches = dispatches;
        this.registry = registry;
        this.quarantine = quarantine;
        this.deadlines = deadlines;
        this.draws = draws;
        this.checks = checks;
        this.audit = audit;
        this.rooms = rooms;
        this.words = words;
        this.clock = clock;
    }

    List<Problem> open(List<DutyRun> tonight) {
        List<Problem> all = new ArrayList<>();
        brokenChain(all);
        rooms.forEach(room -> room.open().forEach(concern -> all.add(told(concern))));
        distrusted(all);
        overdue(all);
        lateSecrets(all);
        questioned(all);
        parked(all);
        stoppedRuns(all, tonight);
        held(all);
        doubtful(all);
        quarantined(all);
        all.sort((a, b) -> Boolean.compare(a.canWait(), b.canWait()));
        return all;
    }

    private void brokenChain(List<Problem> all) {
        audit.lastVerdict().filter(verdict -> !verdict.intact()).ifPresent(verdict -> {
            List<Object> args = List.of(verdict.why());
            all.add(problem(Mark.FAILED, "problem.chain", args, verdict.at(), null, "look", "/audit", false));
        });
        for (DispatchDesk.Breach breach : dispatches.breaches()) {
            List<Object> args = List.of(breach.invariant(), breach.detail());
            String href = breach.dispatch() == null ? "/messages" : "/messages/" + breach.dispatch();
            all.add(problem(Mark.FAILED, "problem.breach", args, null, null, "look", href, false));
        }
    }

    /** Somebody wrote into the evidence, or a signing key is missing. */
    private void distrusted(List<Problem> all) {
        for (DrawLedger.Distrust draw : draws.distrusted()) {
            List<Object> args = List.of(draw.drawNo(), draw.code(), draw.sentence());
            all.add(problem(Mark.FAILED, "problem.distrust", args, draw.at(), null, "look", "/sync", false));
        }
    }

    private void overdue(List<Problem> all) {
        for (Deadline deadline : deadlines.open()) {
            if (deadline.workingDaysLeft() <= 0) {
                boolean late = deadline.workingDaysLeft() < 0;
                all.add(problem(
                        late ? Mark.FAILED : Mark.PARTIAL,
                        late ? "problem.overdue" : "problem.today",
                        List.of(deadline.label(), deadline.key()),
                        deadline.startedAt(),
                        deadline.dueAt(),
                        "look",
                        "/messages?q=" + encoded(deadline.key()),
                        false));
            }
        }
    }

    /** A secret that stays closed past its day steers what the public may check. */
    private void lateSecrets(List<Problem> all) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (DrawLedger.Entry draw : draws.overdueSecrets(now)) {
            boolean late = draw.openAt().plusHours(GRACE_HOURS).isBefore(now);
            all.add(problem(
                    late ? Mark.FAILED : Mark.PARTIAL,
                    late ? "problem.secret-late" : "problem.secret-due",
                    List.of(draw.drawNo()),
                    draw.openAt(),
                    draw.openAt().plusHours(24),
                    "look",
                    "/draws/" + encoded(draw.drawNo()),
                    false));
        }
    }

    /** What the platform drew against our rules, until somebody has dealt with it. */
    private void questioned(List<Problem> all) {
        for (PlatformCheck check : checks.open()) {
            int withheld = check.forbidden().size();
            all.add(problem(
                    withheld > 0 ? Mark.FAILED : Mark.PARTIAL,
                    "problem.platform",
                    List.of(check.drawNo(), check.findings().size(), withheld),
                    check.takenAt(),
                    null,
                    "look",
                    "/draws/platform-audit",
                    withheld == 0));
        }
    }

    private void parked(List<Problem> all) {
        for (DispatchDesk.CauseGroup group : dispatches.parkedByCause()) {
            String href = "/messages?state=PARKED&partner=" + encoded(group.partner()) + "&cause="
                    + encoded(group.causeCode());
            List<Object> args = List.of(words.partner(group.partner()), words.masked(group.cause()), group.count());
            all.add(problem(Mark.FAILED, "problem.parked", args, group.firstAt(), null, "messages", href, false));
        }
    }

    private void stoppedRuns(List<Problem> all, List<DutyRun> tonight) {
        for (DutyRun run : tonight) {
            List<Object> args = List.of(run.label(), words.masked(run.message()));
            String href = "/sync/" + encoded(run.runId());
            switch (run.state()) {
                case FAILED ->
                    all.add(problem(Mark.FAILED, "problem.failed", args, run.endedAt(), null, "look", href, false));
                case MISSED ->
                    all.add(problem(Mark.FAILED, "problem.missed", args, run.dueAt(), null, "look", href, false));
                case WAITING ->
                    all.add(problem(Mark.WAITING, "problem.waiting", args, run.startedAt(), null, "look", href, true));
                default -> {
                    // needs nobody
                }
            }
        }
    }

    private void held(List<Problem> all) {
        for (RegistryBook.HeldChange change : registry.held()) {
            List<Object> args = List.of(words.feed(change.run().feed()), words.masked(change.guardReason()));
            String href = "/sync/" + encoded(change.run().runId());
            all.add(problem(Mark.HELD, "problem.held", args, change.heldAt(), null, "difference", href, false));
        }
    }

    private void doubtful(List<Problem> all) {
        List<DispatchSummary> doubtful = dispatches.doubtful();
        if (!doubtful.isEmpty()) {
            List<Object> args = List.of((long) doubtful.size());
            Object since = doubtful.get(0).owedAt();
            String href = "/messages?state=DOUBTED";
            all.add(problem(Mark.UNKNOWN, "problem.doubtful", args, since, null, "messages", href, true));
        }
    }

    private void quarantined(List<Problem> all) {
        List<Quarantine.Reason> reasons = quarantine.reasons();
        long rows = reasons.stream().mapToLong(Quarantine.Reason::rows).sum();
        if (rows > 0) {
            List<Object> args = List.of(rows, (long) reasons.size());
            all.add(problem(Mark.PARTIAL, "problem.quarantine", args, null, null, "quarantine", "/quarantine", true));
        }
    }

    /** The rooms tell themselves what waits for a person. */
    private Problem told(Concern concern) {
        List<Object> args = concern.words().stream()
                .map(word -> word instanceof String text ? words.masked(text) : word)
                .toList();
        return problem(
                concern.canWait() ? Mark.PARTIAL : Mark.FAILED,
                "concern." + concern.kind(),
                args,
                concern.since(),
                concern.dueAt(),
                "look",
                concern.href(),
                concern.canWait());
    }

    private static Problem problem(
            Mark mark,
            String text,
            List<Object> args,
            Object since,
            Object dueAt,
            String action,
            String href,
            boolean canWait) {
        return new Problem(mark, text, args, since, dueAt, "action." + action, href, text.replace('.', '-'), canWait);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
