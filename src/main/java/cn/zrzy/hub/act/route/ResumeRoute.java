package cn.zrzy.hub.act.route;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.duty.pause.RoutePauses;
import java.util.List;
import org.springframework.stereotype.Component;

/** 恢复任务: before its moment. */
@Component
class ResumeRoute implements Act {

    private final RoutePauses pauses;
    private final RouteStanding routes;

    ResumeRoute(RoutePauses pauses, RouteStanding routes) {
        this.pauses = pauses;
        this.routes = routes;
    }

    @Override
    public String name() {
        return "resume-route";
    }

    @Override
    public Target target() {
        return Target.ROUTE;
    }

    @Override
    public Preview preview(String route) {
        String label = routes.label(route);
        return Preview.of(label, routes.said(route), List.of(label))
                .unless(routes.pause(route).isPresent(), "E-PAUSE-STATE", "现在没有暂停，不需要恢复。");
    }

    @Override
    public void press(String route, Press press) {
        pauses.end(route, press.who(), press.reason());
    }
}
