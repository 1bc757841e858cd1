package cn.zrzy.hub.alert.watch;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** 无人接班: at night somebody has to have the desk; without, whoever the alerts reach must be told. */
@Component
@EnableConfigurationProperties(WatchTerms.class)
class WatchConcerns implements Concerns {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final Watches watches;
    private final WatchTerms terms;
    private final Clock clock;

    WatchConcerns(Watches watches, WatchTerms terms, Clock clock) {
        this.watches = watches;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<Concern> open() {
        OffsetDateTime now = Beijing.moment(clock).atZone(Beijing.ZONE).toOffsetDateTime();
        return terms.within().isZero() ? List.of() : unmanned(now).stream().toList();
    }

    private Optional<Concern> unmanned(OffsetDateTime now) {
        return nightBegan(now)
                .filter(begin -> watches.current().isEmpty())
                .map(begin -> latest(begin, leftAt()))
                .filter(since -> !now.isBefore(since.plus(terms.within())))
                .map(since ->
                        new Concern("watch-nobody", List.of(since.format(MINUTES)), since, null, "/watches", false));
    }

    /** Empty by day. */
    private Optional<OffsetDateTime> nightBegan(OffsetDateTime now) {
        LocalTime time = now.toLocalTime();
        LocalDate day = time.isBefore(terms.from()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        OffsetDateTime begin = day.atTime(terms.from()).atZone(Beijing.ZONE).toOffsetDateTime();
        boolean isNight = !time.isBefore(terms.from()) || time.isBefore(terms.until());
        return Optional.of(begin).filter(any -> isNight);
    }

    /** When the last one went, if anybody ever was here. */
    private Optional<OffsetDateTime> leftAt() {
        return watches.list(1).stream()
                .map(Watch::endedAt)
                .map(end -> end.atZoneSameInstant(Beijing.ZONE).toOffsetDateTime())
                .findFirst();
    }

    private static OffsetDateTime latest(OffsetDateTime begin, Optional<OffsetDateTime> left) {
        return left.filter(begin::isBefore).orElse(begin);
    }
}
