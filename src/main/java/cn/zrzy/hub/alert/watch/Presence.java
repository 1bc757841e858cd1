package cn.zrzy.hub.alert.watch;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** 有人值班: a watch that was left open ends with its morning, for whoever went home without a word is not there at night. */
@Component
@EnableConfigurationProperties(WatchTerms.class)
public class Presence {

    private final Watches watches;
    private final WatchTerms terms;
    private final Clock clock;

    Presence(Watches watches, WatchTerms terms, Clock clock) {
        this.watches = watches;
        this.terms = terms;
        this.clock = clock;
    }

    /** Somebody has the desk. */
    public boolean manned() {
        OffsetDateTime now = Beijing.of(Beijing.moment(clock));
        return watches.current().filter(watch -> lasts(watch, now)).isPresent();
    }

    /** @param now Beijing time */
    boolean lasts(Watch watch, OffsetDateTime now) {
        LocalDate day =
                now.toLocalTime().isBefore(terms.until()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        OffsetDateTime morning = day.atTime(terms.until()).atZone(Beijing.ZONE).toOffsetDateTime();
        return watch.endedAt() == null && !watch.beganAt().isBefore(morning);
    }
}
