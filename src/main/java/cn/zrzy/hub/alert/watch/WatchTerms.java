package cn.zrzy.hub.alert.watch;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 夜班时段, config/alerts.yaml.
 *
 * @param from when the night watch begins, Beijing time
 * @param until when it ends, the next morning
 * @param within how long the desk may be without anybody; nought when nobody looks
 */
@ConfigurationProperties("alert.watch")
record WatchTerms(
        @DefaultValue("22:00") LocalTime from,
        @DefaultValue("08:00") LocalTime until,
        @DefaultValue("0s") Duration within) {}
