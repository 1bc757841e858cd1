package cn.zrzy.hub.act.route;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.duty.pause.RoutePauses;
import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 暂停任务: a night job is not begun, a receiving route does not read, until a moment; by default the next 08:00, when people come. */
@Component
class PauseRoute implements Act {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final RoutePauses pauses;
    private final RouteStanding routes;
    private final Clock clock;

    PauseRoute(RoutePauses pauses, RouteStanding routes, Clock clock) {
        this.pauses = pauses;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pause-route";
    }

    @Override
    public Target target() {
        return Target.ROUTE;
    }

    @Override
    public Wants wants() {
        return Wants.UNTIL;
    }

    @Override
    public Preview preview(String route) {
        String label = routes.label(route);
        return Preview.of(label, routes.said(route), List.of(label, routes.held(route)))
                .until(Beijing.next(MORNING, clock))
                .unless(routes.pause(route).isEmpty(), "E-PAUSE-STATE", "已经暂停了，不需要再暂停；要改恢复时间，先恢复再暂停。");
    }

    @Override
    public void press(String route, Press press) {
        pauses.begin(route, press.until(), press.who(), press.reason());
    }
}
