package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.NightSchedule;
import cn.zrzy.hub.fixtures.HubTest;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.JobStoreSupport;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.test.context.TestConstructor;

/** The alarm clock of the running hub: wound by config/schedules.yaml, kept in PostgreSQL, for several hubs at once. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AlarmClockTests {

    private final Scheduler scheduler;
    private final NightSchedule schedule;

    AlarmClockTests(Scheduler scheduler, NightSchedule schedule) {
        this.scheduler = scheduler;
        this.schedule = schedule;
    }

    @Test
    void everyJobOfTheTimetableRingsAtItsHourInBeijing() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"));
        schedule.jobs()
                .forEach((job, set) -> assertThat(ringsAt(job))
                        .as(job)
                        .isEqualTo(CronExpression.parse(set.cron()).next(now).toLocalTime()));
        assertThat(ringsAt("sync-inspectors-from-hr")).isEqualTo(LocalTime.of(22, 30));
        assertThat(ringsAt("draw-run")).isEqualTo(LocalTime.of(23, 45));
        assertThat(ringsAt("draw-open-secrets")).isEqualTo(LocalTime.of(9, 5));
    }

    @Test
    void theClockIsClusteredInTheDatabaseAndRunning() throws SchedulerException {
        assertThat(JobStoreSupport.class)
                .isAssignableFrom(scheduler.getMetaData().getJobStoreClass());
        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(scheduler.isStarted() && !scheduler.isInStandbyMode()).isTrue();
    }

    private LocalTime ringsAt(String job) {
        try {
            return scheduler
                    .getTrigger(new TriggerKey(job, "night"))
                    .getNextFireTime()
                    .toInstant()
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toLocalTime();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
