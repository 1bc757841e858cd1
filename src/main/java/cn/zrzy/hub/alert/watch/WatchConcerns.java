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
import org.springframework.stereotype.Component;

/** 无人接班: at night somebody has to have the desk; without, whoever the alerts reach must be told. */
@Component
class WatchConcerns implements Concerns {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final Watches watches;
    private final Presence presence;
    private final WatchTerms terms;
    private final Clock clock;

    WatchConcerns(Watches watches, Presence presence, WatchTerms terms, Clock clock) {
        this.watches = watches;
        this.presence = presence;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<Concern> open() {
        OffsetDateTime now = Beijing.of(Beijing.moment(clock));
        return terms.within().isZero() ? List.of() : unmanned(now).stream().toList();
    }

    /** One look at the newest watch decides both whether somebody is there and since when not. */
    private Optional<Concern> unmanned(OffsetDateTime now) {
        Optional<Watch> newest = watches.list(1).stream().findFirst();
        return nightBegan(now)
                .filter(begin ->
                        newest.filter(watch -> presence.lasts(watch, now)).isEmpty())
                .map(begin -> latest(begin, newest))
                .filter(since -> !now.isBefore(since.plus(terms.within())))
                .map(since ->
                        new Concern("watch-nobody", List.of(since.format(MINUTES)), since, null, "/watches", false));
    }

    /** Empty by day. */
    private Optional<OffsetDateTime> nightBegan(OffsetDateTime now) {
        LocalTime time = now.toLocalTime();
        LocalDate day = time.isBefore(terms.from()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        OffsetDateTime begin = day.atTime(terms.from()).atZone(Beijing.ZONE).toOffsetDateTime();
        boolean late = !time.isBefore(terms.from());
        boolean early = time.isBefore(terms.until());
        boolean isNight = terms.from().isBefore(terms.until()) ? late && early : late || early;
        return Optional.of(begin).filter(any -> isNight);
    }

    private static OffsetDateTime latest(OffsetDateTime begin, Optional<Watch> newest) {
        return newest.map(Watch::endedAt)
                .map(end -> Beijing.of(end.toInstant()))
                .filter(begin::isBefore)
                .orElse(begin);
    }
}
