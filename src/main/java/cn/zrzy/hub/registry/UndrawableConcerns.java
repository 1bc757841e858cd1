package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever cannot be drawn is a matter for his office, not for the night; the desk says how many there are and where (可等). */
@Component
class UndrawableConcerns implements Concerns {

    private final Undrawables undrawables;
    private final Clock clock;

    UndrawableConcerns(Undrawables undrawables, Clock clock) {
        this.undrawables = undrawables;
        this.clock = clock;
    }

    @Override
    public List<Concern> open() {
        List<Undrawables.Reason> reasons = undrawables.reasons(LocalDate.now(clock.withZone(Beijing.ZONE)));
        long rows = reasons.stream().mapToLong(Undrawables.Reason::rows).sum();
        return rows == 0
                ? List.of()
                : List.of(new Concern(
                        "undrawable", List.of(rows, (long) reasons.size()), null, null, "/undrawable", true));
    }
}
