package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.RunStopped;
import cn.zrzy.hub.kernel.Shift;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the duty ledger by the timetable. */
@Service("dutyLedger")
@EnableConfigurationProperties(NightSchedule.class)
@Transactional
class Night implements DutyLedger {

    private static final Logger LOG = LoggerFactory.getLogger(Night.class);

    /** A hub that looks every few seconds is not late because it was restarted meanwhile. */
    private static final Duration ON_TIME = Duration.ofMinutes(2);

    private final Runs runs;
    private final NightSchedule schedule;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Night(Runs runs, NightSchedule schedule, Clock clock, ApplicationEventPublisher events) {
        this.runs = runs;
        this.schedule = schedule;
        this.clock = clock;
        this.events = events;
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
        return runs.end(shift, outcome);
    }

    @Override
    public void fail(Shift shift, Exception failure) {
        StopCause cause = StopCause.of(failure);
        stop(shift, DutyRun.State.FAILED, cause.code().isEmpty() ? "E-DUTY-FAILED" : cause.code(), cause.sentence());
    }

    @Override
    public void postpone(Shift shift, Exception failure) {
        StopCause cause = StopCause.of(failure);
        if (cause.isRefusal()) {
            fail(shift, failure);
            return;
        }
        LOG.warn("夜间任务 {} 未成", shift.runId(), failure);
        int attempts = runs.find(shift.runId()).map(DutyRun::attempts).orElse(1);
        // What waits for people is not broken, so there is nothing to give up.
        if (!cause.waitsForPeople() && attempts >= schedule.attempts()) {
            stop(shift, DutyRun.State.FAILED, "E-DUTY-GAVE-UP", "已试 " + attempts + " 次：" + cause.sentence());
            return;
        }
        stop(
                shift,
                DutyRun.State.WAITING,
                "E-DUTY-LATER",
                cause.sentence(),
                cause.after().orElseGet(() -> pause(attempts)));
    }

    private void stop(Shift shift, DutyRun.State state, String code, String message) {
        stop(shift, state, code, message, Duration.ZERO);
    }

    private void stop(Shift shift, DutyRun.State state, String code, String message, Duration pause) {
        if (runs.stop(shift, state, code, message, pause)) {
            events.publishEvent(new RunStopped(shift, message));
        }
    }

    private Duration pause(int attempts) {
        Duration pause = schedule.retryFirst().multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(schedule.retryMost()) > 0 ? schedule.retryMost() : pause;
    }

    @Override
    public List<DutyRun> noticeDue() {
        ZonedDateTime now = now();
        ZonedDateTime since = runs.watchingSince(now).withZoneSameInstant(schedule.zone());
        List<DutyRun> found = new ArrayList<>();
        for (Map.Entry<String, NightSchedule.Job> job : schedule.jobs().entrySet()) {
            ZonedDateTime last = lastFire(job.getValue().cron(), now);
            if (last == null || last.isBefore(since)) {
                continue;
            }
            LocalDate date = schedule.businessDate(last);
            Duration late = Duration.between(last, now);
            boolean recent = late.compareTo(schedule.catchUpWithin()) < 0;
            DutyRun.State state = recent ? DutyRun.State.DUE : DutyRun.State.MISSED;
            String origin = late.compareTo(ON_TIME) < 0 ? "clock" : "late";
            if (runs.add(
                    runId(job.getKey(), date),
                    job.getKey(),
                    date,
                    schedule.position(job.getKey()),
                    origin,
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
        boolean stuck = before.state() == DutyRun.State.WAITING
                || before.state() == DutyRun.State.DUE && runs.paused(before.job());
        return stuck && before.dueAt().plus(schedule.patience()).isBefore(now().toOffsetDateTime());
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
}
