package cn.zrzy.hub.duty;

import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauses;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.util.List;
import org.springframework.stereotype.Component;

/** A paused job or route stands on the desk until it goes on (暂停提示), so that nobody wonders why nothing comes. */
@Component
class RoutePauseConcerns implements Concerns {

    private final RoutePauses pauses;
    private final PausableRoutes routes;

    RoutePauseConcerns(RoutePauses pauses, PausableRoutes routes) {
        this.pauses = pauses;
        this.routes = routes;
    }

    @Override
    public List<Concern> open() {
        return pauses.open().stream().map(this::told).toList();
    }

    private Concern told(RoutePause pause) {
        return new Concern(
                "route-paused",
                List.of(
                        routes.label(pause.route()).orElse(pause.route()),
                        Beijing.shortly(pause.until()),
                        pause.by(),
                        pause.reason()),
                pause.since(),
                null,
                "/routes#route-" + pause.route(),
                true);
    }
}
