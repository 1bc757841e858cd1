package cn.zrzy.hub.console.partner;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * 停送而期限照走: a partner that is left alone, by its calendar or by a person, holds back what a clock of the law waits for. The
 * rest silences that it does not answer, never this.
 */
@Component
class RestingClocks implements Concerns {

    /** What waited goes out after the end, a few at a time; a clock that ends then is missed because of the rest too. */
    private static final Duration AFTERWARDS = Duration.ofHours(1);

    /** A clock that ends later than one night's watch can be told in the morning. */
    private static final Duration WATCH = Duration.ofHours(12);

    private final Pauses pauses;
    private final Windows windows;
    private final Backlogs backlogs;
    private final Deadlines deadlines;
    private final Clock clock;

    RestingClocks(Pauses pauses, Windows windows, Backlogs backlogs, Deadlines deadlines, Clock clock) {
        this.pauses = pauses;
        this.windows = windows;
        this.backlogs = backlogs;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    private record Rest(String partner, OffsetDateTime since, OffsetDateTime until) {}

    @Override
    public List<Concern> open() {
        Collection<Rest> resting = resting();
        if (resting.isEmpty()) {
            return List.of();
        }
        List<Deadline> running = deadlines.open();
        return resting.stream().flatMap(rest -> told(rest, running).stream()).toList();
    }

    /** One a partner: when a person has paused one whose window is open, whichever ends later. */
    private Collection<Rest> resting() {
        Map<String, Rest> latest = new TreeMap<>();
        pauses.open().forEach(pause -> later(latest, new Rest(pause.partner(), pause.since(), pause.until())));
        windows.open().forEach(open -> later(latest, new Rest(open.partner(), open.since(), open.until())));
        return latest.values();
    }

    private static void later(Map<String, Rest> latest, Rest rest) {
        latest.merge(rest.partner(), rest, (one, other) -> other.until().isAfter(one.until()) ? other : one);
    }

    private List<Concern> told(Rest rest, List<Deadline> running) {
        OffsetDateTime end = rest.until().plus(AFTERWARDS);
        List<Deadline> within =
                running.stream().filter(one -> !one.dueAt().isAfter(end)).toList();
        Set<Backlogs.OpenFact> open = backlogs.openOf(
                rest.partner(), within.stream().map(Deadline::key).distinct().toList());
        List<Deadline> held = within.stream()
                .filter(one -> open.contains(new Backlogs.OpenFact(one.metBy(), one.key())))
                .sorted(Comparator.comparing(Deadline::dueAt))
                .toList();
        return held.isEmpty() ? List.of() : List.of(concern(rest, held));
    }

    private Concern concern(Rest rest, List<Deadline> held) {
        OffsetDateTime nearest = held.get(0).dueAt();
        return new Concern(
                "resting-clock",
                List.of(
                        new DefaultMessageSourceResolvable(new String[] {"partner." + rest.partner()}, rest.partner()),
                        Beijing.shortly(rest.until()),
                        held.size(),
                        held.get(0).label(),
                        Beijing.shortly(nearest)),
                rest.since(),
                nearest,
                "/partners/" + rest.partner(),
                nearest.isAfter(OffsetDateTime.now(clock).plus(WATCH)));
    }
}
