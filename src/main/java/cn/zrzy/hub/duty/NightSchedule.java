package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Rejected;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The night's timetable (夜间任务表), config/schedules.yaml.
 *
 * @param dayStarts a night belongs to the date on whose evening it begins: before this time of day it is still yesterday
 * @param patience how long a job waits for those it comes after, when they keep being postponed
 * @param lease how long a run may go without a sign of life before another worker takes it over
 * @param retryFirst first pause after a passing failure; doubled each time up to retryMost
 * @param attempts after so many failures a run waits for a person; waiting for people is no failure
 * @param catchUpWithin a run missed for less than this is caught up by itself, later ones wait for the operator
 * @param startWithin how far back a night may still be started by hand
 * @param jobs route id → job, in the order of the night
 */
@ConfigurationProperties("schedules")
public record NightSchedule(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("12:00") LocalTime dayStarts,
        @DefaultValue("30m") Duration patience,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("30s") Duration retryFirst,
        @DefaultValue("10m") Duration retryMost,
        @DefaultValue("20") int attempts,
        @DefaultValue("6h") Duration catchUpWithin,
        @DefaultValue("31d") Duration startWithin,
        LinkedHashMap<String, Job> jobs) {

    /**
     * @param cron Spring's cron expression, in the zone of the timetable
     * @param label Chinese name for the duty desk
     * @param after jobs of the same night that must have ended first
     */
    public record Job(
            String cron, String label, @DefaultValue List<String> after) {}

    public LocalDate businessDate(ZonedDateTime moment) {
        LocalDate date = moment.withZoneSameInstant(zone).toLocalDate();
        return moment.withZoneSameInstant(zone).toLocalTime().isBefore(dayStarts) ? date.minusDays(1) : date;
    }

    /**
     * What is taken over as of a day that has not come stands before every night until then; one long past is a slip of the
     * pen. Before noon the day's own night may be begun early.
     *
     * @throws Rejected E-DUTY-FUTURE, E-DUTY-PAST
     */
    void requireReached(LocalDate date, LocalDate today) {
        Rejected.unless(!date.isAfter(today), "E-DUTY-FUTURE", date + " 还没有到，不能提前执行这一夜；请核对日期", "date");
        Rejected.unless(
                !date.isBefore(today.minusDays(startWithin.toDays())),
                "E-DUTY-PAST",
                date + " 早于 " + startWithin.toDays() + " 天，不再执行；请核对日期",
                "date");
    }

    /** Position in the night, from 0. */
    public int position(String job) {
        return new ArrayList<>(jobs.keySet()).indexOf(job);
    }
}
