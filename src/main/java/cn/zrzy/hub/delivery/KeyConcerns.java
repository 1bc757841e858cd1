package cn.zrzy.hub.delivery;

import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** What the comparison of keys leaves to a person (对键待办): a partner that does not answer, and what it alone knows of. */
@Component
class KeyConcerns implements Concerns {

    /** An answer comes within seconds; until then nobody need look. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** At the end of its window it is asked anew, among all that waited. */
    private static final Duration AFTER_A_WINDOW = Duration.ofMinutes(10);

    private final KeyChecks checks;
    private final Windows windows;
    private final Clock clock;

    KeyConcerns(KeyChecks checks, Windows windows, Clock clock) {
        this.checks = checks;
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public List<Concern> open() {
        OffsetDateTime late = OffsetDateTime.now(clock).minus(SOON);
        Set<String> away = windows.away(AFTER_A_WINDOW);
        List<Concern> all = new ArrayList<>();
        for (KeyCheck check : checks.standing()) {
            if (check.holding()
                    && !away.contains(check.partner())
                    && check.mustAnswer()
                    && check.askedSince().isBefore(late)) {
                all.add(concern("keys-held", check.partner(), List.of(name(check), check.cause()), check.askedSince()));
            }
            if (check.unknown() > 0) {
                all.add(concern(
                        "keys-unknown", check.partner(), List.of(name(check), check.unknown()), check.answeredAt()));
            }
        }
        return all;
    }

    private static Concern concern(String kind, String partner, List<Object> words, OffsetDateTime since) {
        return new Concern(kind, words, since, null, "/keys#" + partner, false);
    }

    /** In the reader's own language. */
    private static MessageSourceResolvable name(KeyCheck check) {
        return new DefaultMessageSourceResolvable(new String[] {"partner." + check.partner()}, check.partner());
    }
}
