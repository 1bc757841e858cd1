package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the duty ledger by the timetable. */
@Service("dutyLedger")
@EnableConfigurationProperties(NightSchedule.class)
@Transactional
class Night implements DutyLedger {

    private final Runs runs;
    private final NightSchedule schedule;
    private final Clock clock;

    Night(Runs runs, NightSchedule schedule, Clock clock) {
        this.runs = runs;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public boolean due(String job, LocalDate businessDate, String origin) {
        NightSchedule.Job known = schedule.jobs().get(job);
        if (known == null) {
            throw new Rejected("E-DUTY-JOB", "任务表里没有 " + job, Place.field("job"));
        }
        return runs.add(
                runId(job, businessDate), job, businessDate, schedule.position(job), origin, DutyRun.State.DUE, now());
    }

    @Override
    public List<DutyRun> startNight(LocalDate businessDate, String who) {
        schedule.requireReached(businessDate, now().toLocalDate());
        schedule.jobs().keySet().forEach(job -> due(job, businessDate, "operator"));
        return runs(businessDate);
    }

    @Override
    public Optional<Claim> claim(Set<String> inHand) {
        for (DutyRun candidate : runs.candidates()) {
            if (!inHand.contains(candidate.runId()) && predecessorsEnded(candidate)) {
                Optional<Claim> claim = runs.claim(candidate.runId(), schedule.lease());
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean beat(Shift shift) {
        return runs.beat(shift, schedule.lease());
    }

    @Override
    public boolean done(Shift shift, Outcome outcome) {
        CrashPoint.reached("before-run-done");
        return runs.end(shift, DutyRun.State.valueOf(outcome.state().name()), outcome.message());
    }

    @Override
    public void fail(Shift shift, Exception failure) {
        Throwable cause = known(failure);
        String code = cause instanceof Rejected rejected ? rejected.code() : "E-DUTY-FAILED";
        runs.stop(shift, DutyRun.State.FAILED, code, words(cause), Duration.ZERO);
    }

    @Override
    public void postpone(Shift shift, Exception failure) {
        Throwable cause = known(failure);
        if (cause instanceof Rejected) {
            fail(shift, failure);
            return;
        }
        int attempts = runs.find(shift.runId()).map(DutyRun::attempts).orElse(1);
        boolean waitsForPeople = cause instanceof TryLater; // nothing is broken, so there is nothing to give up
        if (!waitsForPeople && attempts >= schedule.attempts()) {
            runs.stop(
                    shift,
                    DutyRun.State.FAILED,
                    "E-DUTY-GAVE-UP",
                    "已试 " + attempts + " 次：" + words(cause),
                    Duration.ZERO);
            return;
        }
        runs.stop(shift, DutyRun.State.WAITING, "E-DUTY-LATER", words(cause), pause(attempts, cause));
    }

    private Duration pause(int attempts, Throwable cause) {
        if (cause instanceof TryLater later && later.after().compareTo(Duration.ZERO) > 0) {
            return later.after();
        }
        Duration pause = schedule.retryFirst().multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(schedule.retryMost()) > 0 ? schedule.retryMost() : pause;
    }

    @Override
    public List<DutyRun> noticeMissed() {
        ZonedDateTime now = now();
        ZonedDateTime since = runs.watchingSince(now).withZoneSameInstant(schedule.zone());
        List<DutyRun> found = new ArrayList<>();
        for (Map.Entry<String, NightSchedule.Job> job : schedule.jobs().entrySet()) {
            ZonedDateTime last = lastFire(job.getValue().cron(), now);
            if (last == null || last.isBefore(since) || last.isAfter(now.minusMinutes(2))) {
                continue; // the alarm clock gets two minutes before its silence counts
            }
            LocalDate date = schedule.businessDate(last);
            boolean recent = Duration.between(last, now).compareTo(schedule.catchUpWithin()) < 0;
            DutyRun.State state = recent ? DutyRun.State.DUE : DutyRun.State.MISSED;
            if (runs.add(
                    runId(job.getKey(), date),
                    job.getKey(),
                    date,
                    schedule.position(job.getKey()),
                    "late",
                    state,
                    last)) {
                runs.find(runId(job.getKey(), date)).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public DutyRun catchUp(String runId, String who, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Rejected("E-DUTY-REASON", "补跑须写明理由", Place.field("reason"));
        }
        if (!runs.again(runId, who + "：" + reason.strip())) {
            throw new Rejected("E-DUTY-STATE", "运行 " + runId + " 不存在，或正在进行、已经成功，不能补跑", Place.field("runId"));
        }
        return runs.find(runId).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public List<DutyRun> runs(LocalDate businessDate) {
        return runs.ofDate(businessDate).stream().map(this::labelled).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<DutyRun> stopped() {
        return runs.stopped(businessDate().minusDays(31)).stream()
                .map(this::labelled)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DutyRun> run(String runId) {
        return runs.find(runId).map(this::labelled);
    }

    @Override
    public LocalDate businessDate() {
        return schedule.businessDate(now());
    }

    private boolean predecessorsEnded(DutyRun run) {
        NightSchedule.Job job = schedule.jobs().get(run.job());
        if (job == null) {
            return false;
        }
        return job.after().stream()
                .flatMap(before -> runs.find(runId(before, run.businessDate())).stream())
                .allMatch(
                        before -> before.state().ended() || before.state() == DutyRun.State.MISSED || hopeless(before));
    }

    private boolean hopeless(DutyRun before) {
        return before.state() == DutyRun.State.WAITING
                && before.dueAt().plus(schedule.patience()).isBefore(now().toOffsetDateTime());
    }

    private DutyRun labelled(DutyRun run) {
        NightSchedule.Job job = schedule.jobs().get(run.job());
        return new DutyRun(
                run.runId(),
                run.job(),
                job == null ? run.job() : job.label(),
                run.businessDate(),
                run.state(),
                run.attempts(),
                run.dueAt(),
                run.nextAt(),
                run.startedAt(),
                run.endedAt(),
                run.origin(),
                run.traceId(),
                run.code(),
                run.message());
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).withZoneSameInstant(schedule.zone());
    }

    private static ZonedDateTime lastFire(String cron, ZonedDateTime now) {
        CronExpression expression = CronExpression.parse(cron);
        ZonedDateTime last = null;
        for (ZonedDateTime fire = expression.next(now.minusHours(25)); fire != null && !fire.isAfter(now); ) {
            last = fire;
            fire = expression.next(fire);
        }
        return last;
    }

    private static String runId(String job, LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + job;
    }

    /** Camel wraps what a bean throws inside an expression or a fact's route; the reason is further down. */
    private static Throwable known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected || cause instanceof TryLater) {
                return cause;
            }
        }
        return NestedExceptionUtils.getMostSpecificCause(failure);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String place = cause instanceof Rejected rejected && rejected.place() != null
                ? rejected.place().toString()
                : "";
        return cn.zrzy.hub.kernel.Masking.text(place.isEmpty() ? message : place + "：" + message);
    }
}
