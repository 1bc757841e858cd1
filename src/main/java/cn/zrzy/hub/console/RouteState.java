package cn.zrzy.hub.console;

import cn.zrzy.hub.plumbing.RouteView;
import java.util.List;

/** 路由状态, as an operator would call it: a running route whose last exchange failed is not well. */
final class RouteState {

    static final String IDLE = "IDLE";
    private static final List<String> FROM_GOOD_TO_BAD = List.of(IDLE, "RUNNING", "SUSPENDED", "STOPPED", "FAILED");

    private RouteState() {}

    static String of(RouteView route) {
        if (!"Started".equals(route.state())) {
            return "Suspended".equals(route.state()) ? "SUSPENDED" : "STOPPED";
        }
        boolean failing = route.lastFailed() != null
                && (route.lastCompleted() == null || route.lastFailed().isAfter(route.lastCompleted()));
        return failing ? "FAILED" : route.exchangesTotal() == 0 ? IDLE : "RUNNING";
    }

    static String worse(String one, String other) {
        return FROM_GOOD_TO_BAD.indexOf(one) >= FROM_GOOD_TO_BAD.indexOf(other) ? one : other;
    }

    static Mark mark(String state) {
        return switch (state) {
            case "SUSPENDED" -> Mark.SUSPENDED;
            case "STOPPED" -> Mark.STOPPED;
            case "FAILED" -> Mark.FAILED;
            case "RUNNING" -> Mark.DONE;
            default -> Mark.WAITING;
        };
    }
}
