package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about a night that the timetable does not (夜间取舍): which job is left out, and what is still to be begun. */
@Service
@Transactional
public class NightChoices {

    private final Runs runs;
    private final NightSchedule schedule;
    private final Clock clock;

    NightChoices(Runs runs, NightSchedule schedule, Clock clock) {
        this.runs = runs;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** 跳过: a run that has not begun, waits, failed or was missed is not done this night; those after it need not wait. */
    public void skip(String runId, String who, String reason) {
        if (!runs.skip(runId, who + " 跳过：" + reason)) {
            throw new Rejected("E-DUTY-STATE", "运行 " + runId + " 不存在，或正在进行、已有结果，不能跳过", Place.field("runId"));
        }
    }

    /**
     * Names of the jobs that {@link DutyLedger#startNight} would add.
     *
     * @throws Rejected E-DUTY-FUTURE, E-DUTY-PAST as that would
     */
    @Transactional(readOnly = true)
    public List<String> missing(LocalDate night) {
        schedule.requireReached(
                night,
                ZonedDateTime.now(clock).withZoneSameInstant(schedule.zone()).toLocalDate());
        List<String> there = runs.ofDate(night).stream().map(DutyRun::job).toList();
        return schedule.jobs().entrySet().stream()
                .filter(job -> !there.contains(job.getKey()))
                .map(job -> job.getValue().label())
                .toList();
    }

    /** Names of the jobs that wait for this one and have ended this night without it. */
    @Transactional(readOnly = true)
    public List<String> behind(DutyRun run) {
        Set<String> waiting = new LinkedHashSet<>(Set.of(run.job()));
        // The timetable is in the order of the night: who waits comes after those it waits for.
        schedule.jobs().forEach((job, terms) -> {
            if (terms.after().stream().anyMatch(waiting::contains)) {
                waiting.add(job);
            }
        });
        waiting.remove(run.job());
        return runs.ofDate(run.businessDate()).stream()
                .filter(other -> waiting.contains(other.job()) && other.state().ended())
                .map(other -> schedule.jobs().get(other.job()).label())
                .toList();
    }
}
