package cn.zrzy.hub.act.route;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.duty.PausableRoutes;
import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauses;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a job or route stands (路由情况), as both acts on it see it. */
@Component
class RouteStanding {

    private final PausableRoutes routes;
    private final RoutePauses pauses;

    RouteStanding(PausableRoutes routes, RoutePauses pauses) {
        this.routes = routes;
        this.pauses = pauses;
    }

    /** @throws Rejected E-ROUTE-UNKNOWN for what cannot be paused */
    String label(String route) {
        return routes.label(route)
                .orElseThrow(() ->
                        new Rejected("E-ROUTE-UNKNOWN", route + " 不是夜间任务，也不是收取路由，不能暂停；报送请按单位暂停", Place.field("of")));
    }

    Object held(String route) {
        return ActWords.word(routes.isJob(route) ? "act.pause-route.job" : "act.pause-route.receiver");
    }

    Optional<RoutePause> pause(String route) {
        return pauses.of(route);
    }

    String said(String route) {
        return pause(route)
                .map(pause -> "暂停到 " + Beijing.shortly(pause.until()))
                .orElse("照常");
    }
}
