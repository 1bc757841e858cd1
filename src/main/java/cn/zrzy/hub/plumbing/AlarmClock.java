package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.NightSchedule;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.quartz.QuartzJobBean;
import org.springframework.stereotype.Component;

/**
 * Quartz as the alarm clock (闹钟): it only writes "due" into the duty ledger. Misfires are dropped on purpose, since the
 * ledger notices by itself what the clock slept through.
 */
@Component
class AlarmClock implements SmartLifecycle {

    private static final String NIGHT = "night";

    private final Scheduler scheduler;
    private final NightSchedule schedule;

    AlarmClock(Scheduler scheduler, NightSchedule schedule) {
        this.scheduler = scheduler;
        this.schedule = schedule;
    }

    @Override
    public void start() {
        try {
            for (JobKey known : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(NIGHT))) {
                if (!schedule.jobs().containsKey(known.getName())) {
                    scheduler.deleteJob(known);
                }
            }
            for (Map.Entry<String, NightSchedule.Job> job : schedule.jobs().entrySet()) {
                wind(job.getKey(), job.getValue().cron());
            }
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("夜间任务表无法装入 Quartz", e);
        }
    }

    private void wind(String route, String cron) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(Ring.class)
                .withIdentity(route, NIGHT)
                .storeDurably()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(route, NIGHT)
                .forJob(job)
                .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone(schedule.zone()))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
        scheduler.addJob(job, true);
        if (scheduler.checkExists(trigger.getKey())) {
            scheduler.rescheduleJob(trigger.getKey(), trigger);
        } else {
            scheduler.scheduleJob(trigger);
        }
    }

    @Override
    public void stop() {
        try {
            scheduler.standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isRunning() {
        try {
            return scheduler.isStarted() && !scheduler.isInStandbyMode();
        } catch (SchedulerException e) {
            return false;
        }
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** One ring: the job of this name is due for the night of the scheduled moment. */
    static class Ring extends QuartzJobBean {

        private final DutyLedger ledger;
        private final NightSchedule schedule;

        Ring(DutyLedger ledger, NightSchedule schedule) {
            this.ledger = ledger;
            this.schedule = schedule;
        }

        @Override
        protected void executeInternal(JobExecutionContext context) {
            Date planned = context.getScheduledFireTime();
            Instant moment = planned.toInstant();
            ledger.due(
                    context.getJobDetail().getKey().getName(),
                    schedule.businessDate(moment.atZone(schedule.zone())),
                    "clock");
        }
    }
}
