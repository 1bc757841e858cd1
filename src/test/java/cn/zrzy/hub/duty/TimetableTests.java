package cn.zrzy.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.scheduling.support.CronExpression;

/** config/schedules.yaml as it is shipped: each job at its hour in Beijing, after jobs that are on the table. */
class TimetableTests {

    private final NightSchedule schedule = shipped();

    @Test
    void everyJobHasItsHour() {
        assertThat(hour("sync-inspectors-from-hr")).isEqualTo(LocalTime.of(22, 30));
        assertThat(hour("draw-freeze")).isEqualTo(LocalTime.of(23, 30));
        assertThat(hour("draw-run")).isEqualTo(LocalTime.of(23, 45));
        assertThat(hour("draw-open-secrets")).isEqualTo(LocalTime.of(9, 5));
        schedule.jobs().keySet().forEach(job -> assertThat(hour(job)).as(job).isNotNull());
    }

    @Test
    void whatComesBeforeIsOnTheTableAndEarlierOnIt() {
        schedule.jobs()
                .forEach((job, set) -> set.after()
                        .forEach(before -> assertThat(schedule.position(before))
                                .as(before + " before " + job)
                                .isBetween(0, schedule.position(job) - 1)));
    }

    private LocalTime hour(String job) {
        LocalDateTime next =
                CronExpression.parse(schedule.jobs().get(job).cron()).next(LocalDateTime.of(2026, 11, 23, 0, 0));
        return next == null ? null : next.toLocalTime();
    }

    private static NightSchedule shipped() {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("schedules", new FileSystemResource("config/schedules.yaml"))
                    .forEach(environment.getPropertySources()::addFirst);
            return Binder.get(environment)
                    .bind("schedules", NightSchedule.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
