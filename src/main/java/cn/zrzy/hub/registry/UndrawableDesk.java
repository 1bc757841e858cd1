package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the API tells of those who cannot be drawn today (不可抽取，接口). */
@Service("undrawableDesk")
class UndrawableDesk {

    private static final int PAGE = 200;

    private final Undrawables undrawables;
    private final Clock clock;

    UndrawableDesk(Undrawables undrawables, Clock clock) {
        this.undrawables = undrawables;
        this.clock = clock;
    }

    List<Undrawables.Reason> reasons() {
        return undrawables.reasons(today());
    }

    /** @param page from 1 */
    List<Undrawable> rows(String feed, String page) {
        if (!page.matches("[1-9][0-9]{0,6}")) {
            throw new Rejected("E-PAGE", "页码应为从 1 起的整数", Place.field("page"));
        }
        return undrawables.page(feed, null, today(), (Integer.parseInt(page) - 1) * PAGE, PAGE);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Beijing.ZONE));
    }
}
